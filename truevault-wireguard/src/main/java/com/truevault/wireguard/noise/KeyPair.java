package com.truevault.wireguard.noise;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.jspecify.annotations.Nullable;

/** An X25519 key pair (RFC 7748). Immutable. */
public final class KeyPair {
  /** The length of either half in bytes. */
  public static final int LENGTH = 32;

  private final byte[] secret;
  private final byte[] open = new byte[LENGTH];

  private KeyPair(byte[] secret) {
    this.secret = secret;
    X25519.scalarMultBase(secret, 0, open, 0);
  }

  /**
   * The pair of that private key.
   *
   * @throws IllegalArgumentException if it has not 32 bytes
   */
  public static KeyPair of(byte[] privateKey) {
    if (privateKey.length != LENGTH) {
      throw new IllegalArgumentException(
          "a private key must have 32 bytes: it has " + privateKey.length);
    }
    return new KeyPair(privateKey.clone());
  }

  /** A fresh pair. */
  public static KeyPair generate(SecureRandom random) {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    return new KeyPair(secret);
  }

  /** The public half, 32 bytes. */
  public byte[] publicKey() {
    return open.clone();
  }

  /**
   * The secret that is shared with the owner of that public key, 32 bytes; null if the key is one
   * of the few with which nothing is secret.
   */
  public byte @Nullable [] agree(byte[] publicKey) {
    byte[] shared = new byte[LENGTH];
    return X25519.calculateAgreement(secret, 0, publicKey, 0, shared, 0) ? shared : null;
  }

  @Override
  public String toString() {
    return "KeyPair[hidden]";
  }
}
