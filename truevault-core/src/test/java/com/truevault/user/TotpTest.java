package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final String SECRET =
      Totp.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfRfc6238AppendixB(long second, String code) {
    assertEquals(code, Totp.code(SECRET, second / 30));
    assertEquals(
        OptionalLong.of(second / 30), Totp.match(SECRET, code, Instant.ofEpochSecond(second), 0));
  }

  @Test
  void writesSecretsInBase32() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", SECRET);
  }

  @Test
  void takesCodesOfTheStepsAroundNow() {
    Instant now = Instant.ofEpochSecond(3_000);

    for (long step = 99; step <= 101; step++) {
      assertEquals(OptionalLong.of(step), Totp.match(SECRET, Totp.code(SECRET, step), now, 0));
    }
    assertTrue(Totp.match(SECRET, Totp.code(SECRET, 98), now, 0).isEmpty());
    assertTrue(Totp.match(SECRET, Totp.code(SECRET, 102), now, 0).isEmpty());
  }

  @Test
  void takesNoCodeOfAStepThatWasUsedOrPassed() {
    Instant now = Instant.ofEpochSecond(3_000);

    assertTrue(Totp.match(SECRET, Totp.code(SECRET, 100), now, 100).isEmpty());
    assertTrue(Totp.match(SECRET, Totp.code(SECRET, 99), now, 100).isEmpty());
    assertEquals(OptionalLong.of(101), Totp.match(SECRET, Totp.code(SECRET, 101), now, 100));
  }

  @ParameterizedTest
  @CsvSource({"''", "12345", "1234567", "abcdef", "２８７０８２", "-87082"})
  void takesNothingElse(String code) {
    assertTrue(Totp.match(SECRET, code, Instant.ofEpochSecond(59), 0).isEmpty());
  }
}
