package com.truevault.wireguard.network;

import com.truevault.TrueVaultException;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code wg show IF dump} prints. Endpoints of peers and the private key are passed
 * over: no value ever holds them.
 */
final class Dump {
  private static final String NONE = "(none)";

  private final String text;
  private int at;

  private Dump(String text) {
    this.text = text;
  }

  /**
   * The state that is printed.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  static InterfaceState parse(String text) {
    try {
      return new Dump(text).state();
    } catch (TrueVaultException | IndexOutOfBoundsException | NumberFormatException e) {
      // The cause would repeat what was printed.
      throw new IllegalArgumentException("wg show prints another form than dump's of 2021");
    }
  }

  private InterfaceState state() {
    skip();
    String key = field();
    int port = Integer.parseInt(field());
    skip();
    Map<PublicKey, KernelPeer> peers = new LinkedHashMap<>();
    while (at < text.length()) {
      KernelPeer peer = peer();
      peers.put(peer.publicKey(), peer);
    }
    return new InterfaceState(key.equals(NONE) ? null : new PublicKey(key), port, peers);
  }

  private KernelPeer peer() {
    PublicKey key = new PublicKey(field());
    PresharedKey secret = secret(field());
    skip(); // The endpoint.
    List<String> allowedIps = addresses(field());
    long handshake = Long.parseLong(field());
    long received = Long.parseLong(field());
    long sent = Long.parseLong(field());
    skip(); // The keepalive.
    return new KernelPeer(key, secret, allowedIps, handshake, received, sent);
  }

  private static @Nullable PresharedKey secret(String field) {
    return field.equals(NONE) ? null : new PresharedKey(field);
  }

  private static List<String> addresses(String field) {
    List<String> addresses = new ArrayList<>(2);
    if (!field.equals(NONE)) {
      for (String address : field.split(",", -1)) {
        addresses.add(address.endsWith("/128") ? new AllowedIp(address).text() : address);
      }
    }
    return addresses;
  }

  private String field() {
    int start = at;
    skip();
    return text.substring(start, at - 1);
  }

  /** Fields end with a tab, and the last of a line with a line feed. */
  private void skip() {
    while (text.charAt(at) != '\t' && text.charAt(at) != '\n') {
      at++;
    }
    at++;
  }
}
