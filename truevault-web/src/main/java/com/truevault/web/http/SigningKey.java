package com.truevault.web.http;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key that signs session tokens, and the id by which tokens name it. Never prints itself. */
public final class SigningKey {
  private final String id;
  private final SecretKey secret;

  /**
   * Creates a key.
   *
   * @param id 1 to 32 letters, digits or dashes; unlike that of every earlier key
   * @param bytes at least 32 random bytes
   */
  public SigningKey(String id, byte[] bytes) {
    boolean isPlain =
        !id.isEmpty()
            && id.length() <= 32
            && id.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
    if (!isPlain) {
      throw new IllegalArgumentException("key id must be 1 to 32 letters, digits or dashes: " + id);
    }
    if (bytes.length < 32) {
      throw new IllegalArgumentException("signing key must have >= 32 bytes: " + bytes.length);
    }
    this.id = id;
    this.secret = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The id, which stands in the head of each token. */
  public String id() {
    return id;
  }

  SecretKey secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
