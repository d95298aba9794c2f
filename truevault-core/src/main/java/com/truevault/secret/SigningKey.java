package com.truevault.secret;

import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key that signs (RFC 8032). Immutable. */
public final class SigningKey {
  private static final int LENGTH = Ed25519PrivateKeyParameters.KEY_SIZE;

  private final Ed25519PrivateKeyParameters key;

  private SigningKey(byte[] seed) {
    if (seed.length != LENGTH) {
      throw new IllegalArgumentException("signing key must have 32 bytes: it has " + seed.length);
    }
    key = new Ed25519PrivateKeyParameters(seed, 0);
  }

  /** A fresh key. */
  public static SigningKey generate(RandomIds random) {
    return new SigningKey(random.bytes(LENGTH));
  }

  /** The key of that base64 text, as {@link #base64()} gave it. */
  public static SigningKey ofBase64(String base64) {
    return new SigningKey(Base64.getDecoder().decode(base64));
  }

  /** The secret half; seal it before it rests anywhere. */
  public String base64() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** The half that others verify with. */
  public VerifyingKey verifyingKey() {
    return new VerifyingKey(
        Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded()));
  }

  /** The signature of exactly these bytes, 64 bytes. */
  public byte[] sign(byte[] content) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(content, 0, content.length);
    return signer.generateSignature();
  }

  @Override
  public String toString() {
    return "SigningKey[hidden]";
  }
}
