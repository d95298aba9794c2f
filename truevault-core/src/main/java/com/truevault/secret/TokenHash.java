package com.truevault.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a bearer secret: what rests in a file in place of the secret itself. Secrets here
 * have 256 random bits, so no salt and no slow hash is needed.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record TokenHash(String value) {

  /** The hash of a secret as it was handed out. */
  public static TokenHash of(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new TokenHash(
          HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Whether the secret has this hash, compared in constant time. */
  public boolean matches(String secret) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII),
        of(secret).value.getBytes(StandardCharsets.US_ASCII));
  }
}
