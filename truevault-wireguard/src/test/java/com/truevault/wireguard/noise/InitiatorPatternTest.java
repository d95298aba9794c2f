package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the vector of this very protocol that the Noise implementations share (cacophony). */
class InitiatorPatternTest {
  private static final byte[] NOTHING = {};
  private static final KeyPair SELF =
      KeyPair.of(bytes("e61ef9919cde45dd5f82166404bd08e38bceb5dfdfded0a34c8df7ed542214d1"));
  private static final KeyPair EPHEMERAL =
      KeyPair.of(bytes("893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a"));
  private static final byte[] THEIRS =
      bytes("31e0303fd6418d2f8c0e78b91f22e8caed0fbe48656dcf4767e4834f701b8f62");
  private static final byte[] PRESHARED = "This is my Austrian perspective!".getBytes(US_ASCII);
  private static final byte[] PROLOGUE = "John Galt".getBytes(US_ASCII);
  private static final byte[] ANSWER_KEY =
      bytes("95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f144808843");
  private static final byte[] ANSWER =
      bytes("cb765f2caef0751b8f007572dab0322217755c0632f365717edbf34d33e87a");

  private final InitiatorPattern pattern =
      new InitiatorPattern(SELF, EPHEMERAL, THEIRS, PRESHARED, PROLOGUE);
  private final byte[] opening =
      requireNonNull(pattern.open("Ludwig von Mises".getBytes(US_ASCII)));

  @Test
  void saysWhatTheVectorSays() {
    assertEquals(
        "ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c7944"
            + "001e21de9f98ddd8e2ad57527207feb56253c9c94a9e496782ecfcb2a75fbcaf"
            + "1b52948cc48daefe660c62119ab50009"
            + "80c84831215f2441eba616548e832985464cf17e51ee93109008399a21f7e13f",
        HexFormat.of().formatHex(opening));
  }

  @Test
  void hearsWhatTheVectorAnswersAndEndsWithItsKeys() {
    Transcript heard = requireNonNull(pattern.hear(ANSWER_KEY));
    assertArrayEquals("Murray Rothbard".getBytes(US_ASCII), heard.open(ANSWER));
    byte[][] keys = heard.split();
    assertArrayEquals(
        bytes("8153ca9833bc3c1b91a7e66e5f4d4f5b59bf9e64c2f20d15f0bba7"),
        Aead.seal(keys[0], 0, "F. A. Hayek".getBytes(US_ASCII), NOTHING));
    assertArrayEquals(
        "Carl Menger".getBytes(US_ASCII),
        Aead.open(
            keys[1], 0, bytes("07af0c9c86e1b4e80f36b04ff7688d51141af3debd0332f0a705ef"), NOTHING));
    assertArrayEquals(
        bytes("6ab1467c0448cc78394494abaaf23afce0e234315d6e2624dcbfa8a21c1c4d073d"),
        Aead.seal(keys[0], 1, "Jean-Baptiste Say".getBytes(US_ASCII), NOTHING));
    assertArrayEquals(
        bytes("457567656e2042f6686d20766f6e2042617765726b"),
        Aead.open(
            keys[1],
            1,
            bytes("dfc346c0d2296ae6cf1acf6f12b8456a1dba228cf8d8b774aacf1c47fc53aa80ebc7a4c292"),
            NOTHING));
  }

  @Test
  void aWrongAnswerLeavesRoomForTheRightOne() {
    assertNull(requireNonNull(pattern.hear(SELF.publicKey())).open(ANSWER));
    assertNull(pattern.hear(new byte[KeyPair.LENGTH]));
    assertNull(requireNonNull(pattern.hear(ANSWER_KEY)).open(new byte[ANSWER.length]));
    assertArrayEquals(
        "Murray Rothbard".getBytes(US_ASCII),
        requireNonNull(pattern.hear(ANSWER_KEY)).open(ANSWER));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
