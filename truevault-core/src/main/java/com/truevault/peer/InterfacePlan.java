package com.truevault.peer;

import com.truevault.wireguard.PublicKey;
import java.util.List;

/**
 * What the interface of a server has to be like.
 *
 * @param publicKey what the server's configurations name; another one on the interface is a mistake
 * @param port 1 to 65535, where it listens
 * @param addresses the server's own, with their networks, such as {@code 10.8.0.1/14}
 * @param mtu 1280 to 1500
 */
public record InterfacePlan(PublicKey publicKey, int port, List<String> addresses, int mtu) {

  /** Copies the addresses. */
  public InterfacePlan {
    addresses = List.copyOf(addresses);
  }
}
