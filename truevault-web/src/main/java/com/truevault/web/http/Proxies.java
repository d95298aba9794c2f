package com.truevault.web.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The proxies whose word about the client's address counts. Each proxy appends the address it saw,
 * so the list is read from its end, and only as far as the proxies themselves are trusted.
 */
final class Proxies {
  private final List<Network> trusted = new ArrayList<>();

  Proxies(List<String> networks) {
    networks.forEach(text -> trusted.add(Network.of(text)));
  }

  String client(Incoming incoming) {
    String address = incoming.remoteAddress();
    if (trusted.isEmpty() || !isTrusted(address)) {
      return address;
    }
    String[] hops = String.join(",", incoming.headers("X-Forwarded-For")).split(",", -1);
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (Network.parse(hop) == null) {
        return address;
      }
      address = hop;
      if (!isTrusted(address)) {
        return address;
      }
    }
    return address;
  }

  private boolean isTrusted(String address) {
    byte[] bytes = Network.parse(address);
    return bytes != null && trusted.stream().anyMatch(network -> network.contains(bytes));
  }
}
