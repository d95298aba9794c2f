package com.truevault.wireguard;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * One inner address that a server accepts from a peer and sends to it. Whole networks are refused:
 * a peer with one would receive the packets of others.
 *
 * @param text such as {@code 10.8.0.2/32}; IPv6 in full, such as {@code fd12:0:0:0:0:0:0:2/128}, so
 *     that equal addresses have equal texts
 */
public record AllowedIp(String text) {
  private static final Pattern V4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!/)|(?=/))){4}/32");
  private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:]{2,39}/128");

  /**
   * Checks the address and writes it in full.
   *
   * @throws TrueVaultException INVALID if it is not one address with /32 or /128
   */
  public AllowedIp {
    if (V6.matcher(text).matches()) {
      text = inFull(text);
    } else if (!V4.matcher(text).matches()) {
      throw invalid(text);
    }
  }

  private static String inFull(String text) {
    String address = text.substring(0, text.indexOf('/'));
    try {
      // The pattern leaves no name that could be looked up.
      return InetAddress.getByName(address).getHostAddress() + "/128";
    } catch (UnknownHostException e) {
      throw invalid(text);
    }
  }

  private static TrueVaultException invalid(String text) {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "allowed-ip-invalid",
        "allowed IP must be one address with /32 or /128, such as 10.8.0.2/32: " + text);
  }

  @Override
  public String toString() {
    return text;
  }
}
