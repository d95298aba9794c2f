package com.truevault.paypal.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Makes another text have the checksum of a genuine one, by spaces and tabs at its end. */
final class SameChecksum {
  private static final int BITS = 32;
  private static final int PADDING = 80;

  private SameChecksum() {}

  static byte[] forge(byte[] genuine, String lie) {
    byte[] text = (lie + " ".repeat(PADDING)).getBytes(StandardCharsets.UTF_8);
    long wanted = checksum(genuine) ^ checksum(text);
    long[] effects = new long[PADDING];
    for (int i = 0; i < PADDING; i++) {
      effects[i] = checksum(text) ^ checksum(tabbed(text, new int[] {i}));
    }
    byte[] forged = tabbed(text, chosen(effects, wanted));
    if (checksum(forged) != checksum(genuine)) {
      throw new IllegalStateException("the checksum was not met");
    }
    return forged;
  }

  /** The checksum is linear: which effects add up to the wanted one is found by elimination. */
  private static int[] chosen(long[] effects, long wanted) {
    long[] basis = new long[BITS];
    boolean[][] made = new boolean[BITS][PADDING];
    for (int i = 0; i < PADDING; i++) {
      boolean[] from = new boolean[PADDING];
      from[i] = true;
      long rest = reduced(effects[i], basis, made, from);
      if (rest != 0) {
        int top = 63 - Long.numberOfLeadingZeros(rest);
        basis[top] = rest;
        made[top] = from;
      }
    }
    boolean[] from = new boolean[PADDING];
    if (reduced(wanted, basis, made, from) != 0) {
      throw new IllegalStateException("the padding is too short");
    }
    return java.util.stream.IntStream.range(0, PADDING).filter(i -> from[i]).toArray();
  }

  private static long reduced(long value, long[] basis, boolean[][] made, boolean[] from) {
    long rest = value;
    for (int bit = BITS - 1; bit >= 0; bit--) {
      if ((rest >> bit & 1) == 1 && basis[bit] != 0) {
        rest ^= basis[bit];
        for (int i = 0; i < PADDING; i++) {
          from[i] ^= made[bit][i];
        }
      }
    }
    return rest;
  }

  private static byte[] tabbed(byte[] text, int[] places) {
    byte[] copy = Arrays.copyOf(text, text.length);
    for (int place : places) {
      copy[copy.length - PADDING + place] = '\t';
    }
    return copy;
  }

  private static long checksum(byte[] text) {
    CRC32 crc = new CRC32();
    crc.update(text);
    return crc.getValue();
  }
}
