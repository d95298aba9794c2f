package com.truevault.wireguard.noise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Fields of messages, little-endian as all of WireGuard is. */
final class Bytes {
  private Bytes() {}

  static byte[] at(byte[] message, int offset, int length) {
    return Arrays.copyOfRange(message, offset, offset + length);
  }

  static int intAt(byte[] message, int offset) {
    return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
  }

  static long longAt(byte[] message, int offset) {
    return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
  }
}
