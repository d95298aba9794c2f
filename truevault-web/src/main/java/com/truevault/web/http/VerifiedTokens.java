package com.truevault.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers tokens whose signature was found good, by their SHA-256, so that a busy session is
 * parsed once. When it is full it starts anew: a parse is cheap enough to pay again.
 */
final class VerifiedTokens {
  private static final int MAX_SIZE = 10_000;

  private final Map<ByteBuffer, Verified> tokens = new ConcurrentHashMap<>();
  private final MessageDigest sha256 = sha256();

  /** What a token says. */
  record Verified(String secret, Instant expiresAt) {
    @Override
    public String toString() {
      return "Verified[until " + expiresAt + "]";
    }
  }

  @Nullable Verified find(String token) {
    return tokens.get(hash(token));
  }

  Verified keep(String token, String secret, Instant expiresAt) {
    if (tokens.size() >= MAX_SIZE) {
      tokens.clear();
    }
    Verified verified = new Verified(secret, expiresAt);
    tokens.put(hash(token), verified);
    return verified;
  }

  /** A copy of a digest is made faster than a new one is looked up. */
  private ByteBuffer hash(String token) {
    try {
      MessageDigest digest = (MessageDigest) sha256.clone();
      return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("SHA-256 of this Java cannot be copied", impossible);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this Java has no SHA-256", impossible);
    }
  }
}
