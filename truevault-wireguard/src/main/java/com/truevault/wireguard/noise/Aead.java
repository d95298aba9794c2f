package com.truevault.wireguard.noise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.XChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** ChaCha20-Poly1305 (RFC 8439) as Noise numbers its nonces, and XChaCha20-Poly1305 for cookies. */
final class Aead {
  /** How much longer a sealed text is. */
  static final int TAG = 16;

  private static final int TAG_BITS = TAG * 8;
  private static final int NONCE = 12;

  private Aead() {}

  static byte[] seal(byte[] key, long counter, byte[] text, byte[] associated) {
    try {
      return run(true, new ChaCha20Poly1305(), key, nonce(counter), text, associated);
    } catch (InvalidCipherTextException e) {
      throw new AssertionError("sealing checks no tag", e);
    }
  }

  /** Null if it was not sealed with this key, counter and associated text. */
  static byte @Nullable [] open(byte[] key, long counter, byte[] sealed, byte[] associated) {
    return open(new ChaCha20Poly1305(), key, nonce(counter), sealed, associated);
  }

  /** Null if it was not sealed with this key, nonce of 24 bytes and associated text. */
  static byte @Nullable [] openExtended(
      byte[] key, byte[] nonce, byte[] sealed, byte[] associated) {
    return open(new XChaCha20Poly1305(), key, nonce, sealed, associated);
  }

  private static byte @Nullable [] open(
      AEADCipher cipher, byte[] key, byte[] nonce, byte[] sealed, byte[] associated) {
    if (sealed.length < TAG) {
      return null;
    }
    try {
      return run(false, cipher, key, nonce, sealed, associated);
    } catch (InvalidCipherTextException e) {
      return null;
    }
  }

  private static byte[] run(
      boolean sealing, AEADCipher cipher, byte[] key, byte[] nonce, byte[] in, byte[] associated)
      throws InvalidCipherTextException {
    cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
    byte[] out = new byte[cipher.getOutputSize(in.length)];
    int done = cipher.processBytes(in, 0, in.length, out, 0);
    cipher.doFinal(out, done);
    return out;
  }

  private static byte[] nonce(long counter) {
    return ByteBuffer.allocate(NONCE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0)
        .putLong(counter)
        .array();
  }
}
