package com.truevault.peer;

import org.jspecify.annotations.Nullable;

/**
 * A key of this installation at rest.
 *
 * @param publicKey 44 characters of base64
 * @param sealedPrivateKey sealed to its row
 * @param sealedPresharedKey sealed to its row; null if the purpose needs none
 */
public record NodeKey(
    Purpose purpose,
    String publicKey,
    String sealedPrivateKey,
    @Nullable String sealedPresharedKey) {

  /** What the key is for. */
  public enum Purpose {
    /** Signing lists of peers. */
    LIST,
    /** Connecting to servers to see whether they answer. */
    PROBE
  }
}
