package com.truevault.web.jetty;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a quarter of the threads to others, however many requests one client stalls. Whoever has
 * more under way than that is refused at once, which takes no time. Thread-safe.
 */
final class ClientLimit {
  /** Threads that accept, select and wait in reserve never work on requests. */
  private static final int OTHER_THREADS = 3;

  private final int max;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  ClientLimit(int maxThreads) {
    max = (maxThreads - OTHER_THREADS) * 3 / 4;
  }

  /** What makes one client: an IPv4 address, or the first 64 bits of IPv6, which one user has. */
  static String keyOf(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /** Counts a request in, and says whether its client may have as many; leave in any case. */
  boolean enter(String client) {
    return underWay.merge(client, 1, Integer::sum) <= max;
  }

  void leave(String client) {
    underWay.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
  }
}
