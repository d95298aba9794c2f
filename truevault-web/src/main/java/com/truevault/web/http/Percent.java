package com.truevault.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-decoding that refuses what is not well-formed UTF-8 (RFC 3986, section 2.1). */
final class Percent {
  private Percent() {}

  /** Decodes a part of a path. */
  static @Nullable String decodePath(String text) {
    return decode(text, false);
  }

  /** Decodes a part of a query or form, where a plus sign is a space. */
  static @Nullable String decodeForm(String text) {
    return decode(text, true);
  }

  /** Returns null if the text cannot be decoded or holds a NUL. */
  private static @Nullable String decode(String text, boolean plusIsSpace) {
    if (isPlain(text, plusIsSpace)) {
      return text;
    }
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '%') {
        int value = i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
        if (value <= 0) {
          return null;
        }
        bytes[length++] = (byte) value;
        i += 2;
      } else if (character > 0x7e || character < 0x20) {
        return null;
      } else {
        bytes[length++] = (byte) (plusIsSpace && character == '+' ? ' ' : character);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }

  private static boolean isPlain(String text, boolean plusIsSpace) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '%'
          || character > 0x7e
          || character < 0x20
          || (plusIsSpace && character == '+')) {
        return false;
      }
    }
    return true;
  }

  private static int hex(char high, char low) {
    int upper = Character.digit(high, 16);
    int lower = Character.digit(low, 16);
    return high > 'f' || low > 'f' || upper < 0 || lower < 0 ? -1 : upper * 16 + lower;
  }
}
