package com.truevault.wireguard;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host an IPv4 or IPv6 address, without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
  private static final Pattern V4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]{2,39}");

  /**
   * Checks both.
   *
   * @throws TrueVaultException INVALID if the host is no address or the port out of range
   */
  public Endpoint {
    if (!isAddress(host)) {
      throw invalid("ipAddress must be an IPv4 or IPv6 address such as 192.0.2.1");
    }
    if (port < 1 || port > 65535) {
      throw invalid("port must be 1 to 65535: " + port);
    }
  }

  /** As a configuration writes it, IPv6 in brackets. */
  public String text() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  private static boolean isAddress(String host) {
    if (V4.matcher(host).matches()) {
      return true;
    }
    if (!host.contains(":") || !V6.matcher(host).matches()) {
      return false;
    }
    try {
      // The pattern leaves no name that could be looked up.
      return java.net.InetAddress.getByName(host).getAddress().length == 16;
    } catch (java.net.UnknownHostException e) {
      return false;
    }
  }

  private static TrueVaultException invalid(String message) {
    return new TrueVaultException(ErrorKind.INVALID, "endpoint-invalid", message);
  }
}
