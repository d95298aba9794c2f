package com.truevault.web.http;

import java.nio.charset.StandardCharsets;

/** The header that makes a browser save a body as a file (RFC 6266, RFC 8187). */
final class Attachment {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private Attachment() {}

  static String header(String fileName) {
    StringBuilder plain = new StringBuilder();
    StringBuilder encoded = new StringBuilder();
    fileName
        .codePoints()
        .map(character -> isUnsafe(character) ? '_' : character)
        .forEach(
            character -> {
              plain.appendCodePoint(character > 0x7e ? '_' : character);
              appendEncoded(encoded, character);
            });
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  private static boolean isUnsafe(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE
        || "/\\\"%:*?<>|;".indexOf(character) >= 0;
  }

  private static void appendEncoded(StringBuilder out, int character) {
    boolean isPlain =
        character < 0x7f && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
    if (isPlain) {
      out.append((char) character);
      return;
    }
    for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
      out.append(String.format("%%%02X", octet));
    }
  }
}
