package com.truevault.wireguard.noise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Blake2sTest {
  private static final byte[] KEY =
      bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  @Test
  void hashesTheExampleOfRfc7693() {
    assertEquals(
        "508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982",
        hex(Blake2s.hash("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII))));
  }

  @Test
  void beginsWithTheHashesThatEveryWireGuardBeginsWith() {
    byte[] name = Blake2s.hash("Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s".getBytes(US_ASCII));
    assertEquals("60e26daef327efc02ec335e2a025d2d016eb4206f87277f52d38d1988b78cd36", hex(name));
    assertEquals(
        "2211b361081ac566691243db458ad5322d9c6c662293e8b70ee19c65ba079ef3",
        hex(Blake2s.hash(name, "WireGuard v1 zx2c4 Jason@zx2c4.com".getBytes(US_ASCII))));
  }

  @Test
  void marksHmacsAndDerivesAsPythonDoes() {
    byte[] message = new byte[100];
    for (int i = 0; i < message.length; i++) {
      message[i] = (byte) i;
    }
    assertEquals("0b67d33f8b859c3157fbabd9e6e47ed0", hex(Blake2s.mac(KEY, message, 100)));
    assertEquals(
        "ca3386d2021b8c299b42476827e7e729b48255da7aee060261072790ea0fc3fa",
        hex(Blake2s.hmac(KEY, "hello".getBytes(US_ASCII))));
    byte[][] keys = Blake2s.derive(KEY, "input".getBytes(US_ASCII), 3);
    assertEquals("87b7f70b24183c6db5dc4f6d9f4c47cdb203321aa2a0bef714896adb3107a040", hex(keys[0]));
    assertEquals("538a02e1eb2e31b7e4d4b82476d1fe2acf50085d3fb584537279195f5d1f5824", hex(keys[1]));
    assertEquals("9ad858025593be88de0f9442a589cfe84a88dc19e4753d93684d1c5efc4837f9", hex(keys[2]));
  }

  @Test
  void agreesWithASecondImplementationOnEveryLength() {
    Random random = new Random(1);
    for (int length = 0; length < 300; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      assertArrayEquals(PlainBlake2s.hash(message), Blake2s.hash(message));
      assertArrayEquals(PlainBlake2s.mac(KEY, message), Blake2s.mac(KEY, message, length));
      assertArrayEquals(PlainBlake2s.hmac(KEY, message), Blake2s.hmac(KEY, message));
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
