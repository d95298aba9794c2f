package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AeadTest {
  private static final byte[] TEXT =
      ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future,"
              + " sunscreen would be it.")
          .getBytes(US_ASCII);
  private static final byte[] ASSOCIATED = bytes("50515253c0c1c2c3c4c5c6c7");
  private static final byte[] KEY =
      bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  private static final byte[] NONCE = bytes("404142434445464748494a4b4c4d4e4f5051525354555657");
  private static final byte[] SEALED =
      bytes(
          "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
              + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
              + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
              + "21f9664c97637da9768812f615c68b13b52e"
              + "c0875924c1c7987947deafd8780acf49");

  @Test
  void opensTheExampleOfTheXChaChaDraft() {
    assertArrayEquals(TEXT, Aead.openExtended(KEY, NONCE, SEALED, ASSOCIATED));
    assertArrayEquals(SEALED, PlainCiphers.sealExtended(KEY, NONCE, TEXT, ASSOCIATED));
  }

  @Test
  void agreesWithTheJdk() {
    Random random = new Random(2);
    for (int length = 0; length < 200; length++) {
      byte[] text = new byte[length];
      random.nextBytes(text);
      long counter = random.nextLong();
      byte[] sealed = Aead.seal(KEY, counter, text, ASSOCIATED);
      assertArrayEquals(PlainCiphers.seal(KEY, counter, text, ASSOCIATED), sealed);
      assertArrayEquals(text, Aead.open(KEY, counter, sealed, ASSOCIATED));
    }
  }

  @Test
  void opensNothingThatWasChangedOrCut() {
    for (int i = 0; i < SEALED.length; i++) {
      byte[] changed = SEALED.clone();
      changed[i] ^= 1;
      assertNull(Aead.openExtended(KEY, NONCE, changed, ASSOCIATED));
      byte[] cut = java.util.Arrays.copyOf(SEALED, i);
      assertNull(Aead.openExtended(KEY, NONCE, cut, ASSOCIATED));
      assertNull(Aead.open(KEY, 0, cut, ASSOCIATED));
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
