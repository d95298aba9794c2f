package com.truevault.wireguard;

/**
 * The configuration of one device for one server. The private key is never known here: its place
 * holds {@value #PRIVATE_KEY}, which the device fills in.
 *
 * @param presharedKey whether a preshared key is used
 */
public record Configuration(
    TunnelAddress address,
    TunnelOptions options,
    AddressPool pool,
    PublicKey serverKey,
    Endpoint endpoint,
    boolean presharedKey) {
  /** What stands where the private key goes. */
  public static final String PRIVATE_KEY = "YOUR_PRIVATE_KEY";

  /** What stands where the preshared key goes while the text rests in a file. */
  public static final String PRESHARED_KEY = "YOUR_PRESHARED_KEY";

  /** The text as wg-quick reads it. Every value is of a type that cannot hold a line break. */
  public String text() {
    StringBuilder text = new StringBuilder("[Interface]\n");
    line(text, "PrivateKey", PRIVATE_KEY);
    line(text, "Address", address.ipv4() + "/32, " + address.ipv6() + "/128");
    line(text, "DNS", options.dns().addresses());
    line(text, "MTU", Integer.toString(options.mtu()));
    text.append("\n[Peer]\n");
    line(text, "PublicKey", serverKey.base64());
    if (presharedKey) {
      line(text, "PresharedKey", PRESHARED_KEY);
    }
    line(text, "Endpoint", endpoint.text());
    line(text, "AllowedIPs", allowed());
    line(text, "PersistentKeepalive", Integer.toString(options.keepalive()));
    return text.toString();
  }

  /** A resting text made ready for its device. */
  public static String reveal(String text, PresharedKey key) {
    return text.replace(PRESHARED_KEY, key.base64());
  }

  private String allowed() {
    return switch (options.mode()) {
      case FULL -> "0.0.0.0/0, ::/0";
      case SPLIT -> pool.v4() + ", " + pool.v6();
    };
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(" = ").append(value).append('\n');
  }
}
