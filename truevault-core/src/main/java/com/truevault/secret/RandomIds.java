package com.truevault.secret;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Random values from one injected source: public ids and bearer secrets. Safe for use by many
 * threads as {@link SecureRandom} is.
 */
public final class RandomIds {
  // Without i, l, o, u: an id read aloud cannot be misheard, nor spell a word.
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int ID_CHARACTERS = 26;
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random;

  /** Draws from the given source. */
  public RandomIds(SecureRandom random) {
    this.random = random;
  }

  /** An id of 130 random bits in 26 lower-case letters and digits, fit for URLs. */
  public String id() {
    byte[] bytes = bytes(ID_CHARACTERS);
    char[] id = new char[ID_CHARACTERS];
    for (int i = 0; i < ID_CHARACTERS; i++) {
      id[i] = ALPHABET[bytes[i] & 31];
    }
    return new String(id);
  }

  /** A bearer secret of 256 random bits in unpadded base64url. */
  public String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
  }

  /** That many random bytes. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
