package com.truevault.secret;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 public key that verifies (RFC 8032).
 *
 * @param base64 44 characters: the base64 of 32 bytes
 */
public record VerifyingKey(String base64) {

  /**
   * Checks the shape.
   *
   * @throws TrueVaultException INVALID if it is not 32 bytes in base64
   */
  public VerifyingKey {
    if (!isKey(base64)) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "verifying-key-invalid",
          "verifying key must be 32 bytes in base64, 44 characters ending in =");
    }
  }

  /** Whether the signature is this key's over exactly these bytes. */
  public boolean verifies(byte[] content, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(base64), 0));
    verifier.update(content, 0, content.length);
    return verifier.verifySignature(signature);
  }

  private static boolean isKey(String base64) {
    try {
      new Ed25519PublicKeyParameters(Base64.getDecoder().decode(base64), 0);
      return base64.length() == 44;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
