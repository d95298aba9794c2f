package com.truevault.user;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The network an address belongs to: enough to recognise a session, too little to find a person.
 */
final class Networks {
  private static final Pattern V4 =
      Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{0,43}:[0-9a-fA-F:.]{1,44}");
  private static final int V4_BYTES = 3;
  private static final int V6_BYTES = 6;

  private Networks() {}

  static String of(String address) {
    // Only literals: anything else would be looked up.
    if (!V4.matcher(address).matches() && !V6.matcher(address).matches()) {
      return "unknown";
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int kept = bytes.length == 4 ? V4_BYTES : V6_BYTES;
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress() + "/24"
          : "%x:%x:%x::/48".formatted(group(bytes, 0), group(bytes, 2), group(bytes, 4));
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static int group(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }
}
