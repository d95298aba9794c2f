package com.truevault.wireguard.noise;

/** What a server under load gives to an address, to see it in its next initiation. Immutable. */
public final class Cookie {
  private final byte[] key;

  Cookie(byte[] key) {
    this.key = key;
  }

  /** The {@code mac2} of a message that is marked behind its first bytes. */
  byte[] mark(byte[] message, int length) {
    return Blake2s.mac(key, message, length);
  }

  @Override
  public String toString() {
    return "Cookie[hidden]";
  }
}
