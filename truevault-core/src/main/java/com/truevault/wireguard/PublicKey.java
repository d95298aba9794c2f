package com.truevault.wireguard;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A Curve25519 public key as WireGuard writes it.
 *
 * @param base64 44 characters: the canonical base64 of exactly 32 bytes
 */
public record PublicKey(String base64) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=");
  private static final String ZERO = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  /**
   * Checks the shape.
   *
   * @throws TrueVaultException INVALID if it is not 32 bytes in canonical base64, or all zero
   */
  public PublicKey {
    if (!SHAPE.matcher(base64).matches() || base64.equals(ZERO)) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "public-key-invalid",
          "publicKey must be 32 bytes in base64, 44 characters ending in =; make one with wg pubkey");
    }
  }

  /** The key's 32 bytes. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return base64;
  }
}
