package com.truevault.health;

import com.truevault.wireguard.PresharedKey;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Who the probe is. It is a peer of its own on every server: a server answers to wherever it heard
 * from a peer last, so a probe with a customer's key would take over the customer's tunnel.
 *
 * @param privateKey base64 of 32 bytes; never shown
 * @param innerAddress its IPv4 address inside the tunnel, the same on every server
 */
public record ProbeIdentity(String privateKey, PresharedKey presharedKey, String innerAddress) {
  private static final int KEY_BYTES = 32;
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  /**
   * Checks key and address.
   *
   * @throws IllegalArgumentException if the key is not 32 bytes in base64, or the address not IPv4
   */
  public ProbeIdentity {
    if (Base64.getDecoder().decode(privateKey).length != KEY_BYTES) {
      throw new IllegalArgumentException("the probe's private key must be 32 bytes in base64");
    }
    requireIpv4(innerAddress);
  }

  /** The private key's 32 bytes. */
  public byte[] privateKeyBytes() {
    return Base64.getDecoder().decode(privateKey);
  }

  static void requireIpv4(String address) {
    if (!IPV4.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "inner address must be IPv4, such as 10.8.0.1: " + address);
    }
  }

  @Override
  public String toString() {
    return "ProbeIdentity[" + innerAddress + "]";
  }
}
