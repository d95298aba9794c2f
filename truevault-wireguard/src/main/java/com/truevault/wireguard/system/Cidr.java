package com.truevault.wireguard.system;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address with the length of its network, such as {@code 10.8.0.1/14}. Equal if they mean the
 * same, however they were written.
 *
 * @param length 0 to 32, or to 128 for IPv6
 */
public record Cidr(InetAddress address, int length) {
  private static final Pattern SHAPE =
      Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

  /**
   * Reads one.
   *
   * @throws TrueVaultException INVALID if it is not an address, a slash and a length
   */
  public static Cidr of(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw invalid(text);
    }
    try {
      // The pattern leaves no name that could be looked up.
      InetAddress address = InetAddress.getByName(parts.group(1));
      int length = Integer.parseInt(parts.group(2));
      if (length > address.getAddress().length * 8) {
        throw invalid(text);
      }
      return new Cidr(address, length);
    } catch (UnknownHostException e) {
      throw invalid(text);
    }
  }

  private static TrueVaultException invalid(String text) {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "address-invalid",
        "address must be like 10.8.0.1/14 or fd12:3456:789a::1/64: " + text);
  }

  /** As {@code ip} takes it, a row of zeros left out. */
  @Override
  public String toString() {
    return address.getHostAddress().replaceFirst("(^|:)(0(:|$)){2,}", "::") + "/" + length;
  }
}
