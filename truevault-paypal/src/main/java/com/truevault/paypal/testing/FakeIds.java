package com.truevault.paypal.testing;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Ids that look like PayPal's; the same seed gives the same ones. */
final class FakeIds {
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private final RandomGenerator random;

  FakeIds(RandomGenerator random) {
    this.random = random;
  }

  String plan() {
    return "P-" + letters(24);
  }

  String subscription() {
    return "I-" + letters(12);
  }

  String token() {
    return "BA-" + letters(17);
  }

  /** Of a sale, a refund or a payment. */
  String transaction() {
    return letters(17);
  }

  String payer() {
    return letters(13);
  }

  String webhook() {
    return letters(17);
  }

  String event() {
    return "WH-" + letters(17) + "-" + letters(17);
  }

  String dispute() {
    return "PP-D-" + (10_000 + random.nextInt(90_000)) + letters(4);
  }

  String debug() {
    return "f" + hex(6);
  }

  String accessToken() {
    return "A21AA" + letters(40);
  }

  String transmission() {
    return String.join("-", hex(4), hex(2), "11" + hex(1), hex(2), hex(6));
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private String letters(int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return letters.toString();
  }
}
