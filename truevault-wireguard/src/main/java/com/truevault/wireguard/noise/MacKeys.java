package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Marks messages between two parties. The keys follow from public keys: a mark proves that its
 * sender knows whom it talks to, and no more.
 */
final class MacKeys {
  private static final byte[] MAC1 = "mac1----".getBytes(US_ASCII);
  private static final byte[] COOKIE = "cookie--".getBytes(US_ASCII);

  private final byte[] outward;
  private final byte[] inward;
  private final byte[] cookie;

  MacKeys(byte[] ours, byte[] theirs) {
    this.outward = Blake2s.hash(MAC1, theirs);
    this.inward = Blake2s.hash(MAC1, ours);
    this.cookie = Blake2s.hash(COOKIE, theirs);
  }

  /** The {@code mac1} of a message to them that is marked behind its first bytes. */
  byte[] mark(byte[] message, int length) {
    return Blake2s.mac(outward, message, length);
  }

  /** Whether a message from them has its {@code mac1} behind its first bytes. */
  boolean isMarked(byte[] message, int length) {
    byte[] mark = Bytes.at(message, length, Blake2s.MAC);
    return MessageDigest.isEqual(mark, Blake2s.mac(inward, message, length));
  }

  /** The cookie they sent for a message with that mark; null if they did not. */
  @Nullable Cookie open(byte[] nonce, byte[] sealed, byte[] mark) {
    byte[] text = Aead.openExtended(cookie, nonce, sealed, mark);
    return text == null ? null : new Cookie(text);
  }
}
