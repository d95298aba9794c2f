package com.truevault.wireguard.probe;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Ipv4PacketTest {
  private static final int US = Ipv4Packet.address("10.8.0.2");
  private static final int THEM = Ipv4Packet.address("203.0.113.255");

  @Test
  void sumsAHeaderAsInTheKnownExample() {
    byte[] header = HexFormat.of().parseHex("45000073000040004011" + "0000" + "c0a80001c0a800c7");
    assertEquals((short) 0xb861, Ipv4Packet.checksum(header));
    assertEquals((short) 0xfbfd, Ipv4Packet.checksum(new byte[] {1, 2, 3}));
  }

  @Test
  void readsWhatItWritesAndIgnoresPadding() {
    byte[] bytes = new Ipv4Packet(US, THEM, Ipv4Packet.TCP, new byte[] {1, 2, 3}).bytes();
    Ipv4Packet packet = requireNonNull(Ipv4Packet.parse(Arrays.copyOf(bytes, 64)));
    assertEquals(US, packet.source());
    assertEquals(THEM, packet.destination());
    assertEquals(Ipv4Packet.TCP, packet.protocol());
    assertArrayEquals(new byte[] {1, 2, 3}, packet.body());
  }

  @Test
  void refusesWhatIsCutOrNotWhole() {
    byte[] bytes = new Ipv4Packet(US, THEM, Ipv4Packet.ICMP, new byte[8]).bytes();
    for (int length = 0; length < bytes.length; length++) {
      assertNull(Ipv4Packet.parse(Arrays.copyOf(bytes, length)), "cut to " + length);
    }
    assertNull(Ipv4Packet.parse(with(bytes, 0, 0x65)), "another version");
    assertNull(Ipv4Packet.parse(with(bytes, 0, 0x44)), "a header without addresses");
    assertNull(Ipv4Packet.parse(with(bytes, 0, 0x4f)), "a header longer than the packet");
    assertNull(Ipv4Packet.parse(with(bytes, 3, 19)), "shorter than its header");
    assertNull(Ipv4Packet.parse(with(bytes, 6, 0x20)), "a first fragment");
    assertNull(Ipv4Packet.parse(with(bytes, 7, 1)), "a later fragment");
  }

  @Test
  void readsNoiseWithoutThrowing() {
    Random random = new Random(7);
    Knock knock = new Knock("10.8.0.2", "10.8.0.1", new java.security.SecureRandom());
    for (int i = 0; i < 50_000; i++) {
      byte[] noise = new byte[random.nextInt(80)];
      random.nextBytes(noise);
      if (noise.length > 20) {
        noise[0] = (byte) (0x45 + random.nextInt(4));
        noise[2] = 0;
        noise[6] = 0;
        noise[7] = 0;
        noise[9] = (byte) (random.nextBoolean() ? 1 : 6);
        System.arraycopy(HexFormat.of().parseHex("0a0800010a080002"), 0, noise, 12, 8);
      }
      assertNull(knock.answer(noise));
    }
  }

  private static byte[] with(byte[] bytes, int index, int value) {
    byte[] changed = bytes.clone();
    changed[index] = (byte) value;
    return changed;
  }
}
