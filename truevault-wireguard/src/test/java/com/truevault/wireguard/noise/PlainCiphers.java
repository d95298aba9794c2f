package com.truevault.wireguard.noise;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** X25519 and ChaCha20-Poly1305 of the JDK, and what XChaCha20-Poly1305 needs beyond them. */
final class PlainCiphers {
  private static final NamedParameterSpec CURVE = NamedParameterSpec.X25519;

  private PlainCiphers() {}

  static byte[] publicKey(byte[] privateKey) {
    byte[] nine = new byte[32];
    nine[0] = 9;
    return agree(privateKey, nine);
  }

  static byte[] agree(byte[] privateKey, byte[] publicKey) {
    try {
      KeyFactory keys = KeyFactory.getInstance("X25519");
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(keys.generatePrivate(new XECPrivateKeySpec(CURVE, privateKey)));
      byte[] number = new byte[32];
      for (int i = 0; i < 32; i++) {
        number[i] = publicKey[31 - i];
      }
      number[0] &= 0x7f;
      agreement.doPhase(
          keys.generatePublic(new XECPublicKeySpec(CURVE, new BigInteger(1, number))), true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] seal(byte[] key, long counter, byte[] text, byte[] associated) {
    return run(Cipher.ENCRYPT_MODE, key, nonce(counter), text, associated);
  }

  static byte @Nullable [] open(byte[] key, long counter, byte[] sealed, byte[] associated) {
    try {
      return run(Cipher.DECRYPT_MODE, key, nonce(counter), sealed, associated);
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof AEADBadTagException) {
        return null;
      }
      throw e;
    }
  }

  /** With a nonce of 24 bytes. */
  static byte[] sealExtended(byte[] key, byte[] nonce, byte[] text, byte[] associated) {
    byte[] short12 = new byte[12];
    System.arraycopy(nonce, 16, short12, 4, 8);
    byte[] subKey = hChaCha20(key, Arrays.copyOf(nonce, 16));
    return run(Cipher.ENCRYPT_MODE, subKey, short12, text, associated);
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] text, byte[] associated) {
    try {
      Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
      cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
      cipher.updateAAD(associated);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] nonce(long counter) {
    return ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(4, counter).array();
  }

  private static byte[] hChaCha20(byte[] key, byte[] nonce) {
    ByteBuffer input = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    input.putInt(0x61707865).putInt(0x3320646e).putInt(0x79622d32).putInt(0x6b206574);
    input.put(key).put(nonce).flip();
    int[] x = new int[16];
    input.asIntBuffer().get(x);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 4; i++) {
        quarter(x, i, 4 + i, 8 + i, 12 + i);
      }
      for (int i = 0; i < 4; i++) {
        quarter(x, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
      }
    }
    ByteBuffer out = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 8; i++) {
      out.putInt(x[i < 4 ? i : 8 + i]);
    }
    return out.array();
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[a] += x[b];
    x[d] = Integer.rotateLeft(x[d] ^ x[a], 16);
    x[c] += x[d];
    x[b] = Integer.rotateLeft(x[b] ^ x[c], 12);
    x[a] += x[b];
    x[d] = Integer.rotateLeft(x[d] ^ x[a], 8);
    x[c] += x[d];
    x[b] = Integer.rotateLeft(x[b] ^ x[c], 7);
  }
}
