package com.truevault.user;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: RFC 6238 with SHA-1, 6 digits, 30 seconds, as apps expect. */
final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

  private Totp() {}

  /** The time step whose code this is, now or one step around, newer than the last used one. */
  static OptionalLong match(String base32, String code, Instant now, long lastStep) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - 1; step <= current + 1; step++) {
      boolean same =
          java.security.MessageDigest.isEqual(
              code(base32, step).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
              code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      if (same && step > lastStep && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(String base32, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decode(base32), "RAW"));
      byte[] hash = mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
      int at = hash[hash.length - 1] & 15;
      int number = java.nio.ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA1", e);
    }
  }

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : bytes) {
      held = (held << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(BASE32[(held >> (bits - 5)) & 31]);
        bits -= 5;
      }
    }
    return text.toString();
  }

  private static byte[] decode(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    int bits = 0;
    int held = 0;
    int next = 0;
    for (int i = 0; i < base32.length(); i++) {
      char c = base32.charAt(i);
      held = (held << 5) | (c >= 'A' ? c - 'A' : c - '2' + 26);
      bits += 5;
      if (bits >= 8) {
        bytes[next++] = (byte) (held >> (bits - 8));
        bits -= 8;
      }
    }
    return bytes;
  }
}
