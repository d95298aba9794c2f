package com.truevault.wireguard.noise;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** BLAKE2s, HMAC and HKDF written down from RFC 7693, 2104 and 5869, in no hurry. */
final class PlainBlake2s {
  private static final int BLOCK = 64;
  private static final int[] IV = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };
  private static final String[] SIGMA = {
    "0123456789abcdef",
    "ea489fd61c02b753",
    "b8c052fdae367194",
    "7931dcbe265a40f8",
    "905724afe1bc683d",
    "2c6a0b834d75fe19",
    "c51fed4a0763928b",
    "db7ec13950f4862a",
    "6fe9b308c2d714a5",
    "a2847615fb9e3cd0"
  };

  private PlainBlake2s() {}

  static byte[] hash(byte[]... parts) {
    return blake2s(new byte[0], 32, joined(parts));
  }

  static byte[] mac(byte[] key, byte[]... parts) {
    return blake2s(key, 16, joined(parts));
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    byte[] inner = new byte[BLOCK];
    byte[] outer = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      int k = i < key.length ? key[i] : 0;
      inner[i] = (byte) (k ^ 0x36);
      outer[i] = (byte) (k ^ 0x5c);
    }
    return hash(outer, hash(inner, joined(parts)));
  }

  /** The n-th key of HKDF, from 1. */
  static byte[] key(int n, byte[] chainingKey, byte[] input) {
    byte[] previous = n == 1 ? new byte[0] : key(n - 1, chainingKey, input);
    return hmac(hmac(chainingKey, input), previous, new byte[] {(byte) n});
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] blake2s(byte[] key, int length, byte[] message) {
    byte[] data = key.length == 0 ? message : joined(Arrays.copyOf(key, BLOCK), message);
    int[] h = IV.clone();
    h[0] ^= 0x01010000 ^ key.length << 8 ^ length;
    int blocks = Math.max(1, (data.length + BLOCK - 1) / BLOCK);
    byte[] padded = Arrays.copyOf(data, blocks * BLOCK);
    for (int block = 0; block < blocks; block++) {
      boolean last = block == blocks - 1;
      compress(h, padded, block * BLOCK, last ? data.length : (block + 1) * BLOCK, last);
    }
    ByteBuffer out = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : h) {
      out.putInt(word);
    }
    return Arrays.copyOf(out.array(), length);
  }

  private static void compress(int[] h, byte[] data, int offset, int count, boolean last) {
    int[] m = new int[16];
    ByteBuffer.wrap(data, offset, BLOCK).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(m);
    int[] v = new int[16];
    System.arraycopy(h, 0, v, 0, 8);
    System.arraycopy(IV, 0, v, 8, 8);
    v[12] ^= count;
    if (last) {
      v[14] = ~v[14];
    }
    for (String sigma : SIGMA) {
      for (int i = 0; i < 8; i++) {
        int x = m[Character.digit(sigma.charAt(2 * i), 16)];
        int y = m[Character.digit(sigma.charAt(2 * i + 1), 16)];
        int shift = i / 4;
        mix(v, i % 4, 4 + (i + shift) % 4, 8 + (i + 2 * shift) % 4, 12 + (i + 3 * shift) % 4, x, y);
      }
    }
    for (int i = 0; i < 8; i++) {
      h[i] ^= v[i] ^ v[i + 8];
    }
  }

  private static void mix(int[] v, int a, int b, int c, int d, int x, int y) {
    v[a] += v[b] + x;
    v[d] = Integer.rotateRight(v[d] ^ v[a], 16);
    v[c] += v[d];
    v[b] = Integer.rotateRight(v[b] ^ v[c], 12);
    v[a] += v[b] + y;
    v[d] = Integer.rotateRight(v[d] ^ v[a], 8);
    v[c] += v[d];
    v[b] = Integer.rotateRight(v[b] ^ v[c], 7);
  }
}
