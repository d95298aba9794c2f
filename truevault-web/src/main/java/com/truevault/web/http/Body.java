package com.truevault.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads bodies within bounds of size and time. */
final class Body {
  private static final long MAX_NANOS = 20_000_000_000L;

  private Body() {}

  /** Refuses a body by its announced length, before any of it is read. */
  static void requireLength(Incoming incoming, int max) {
    String length = incoming.header("Content-Length");
    if (length == null) {
      return;
    }
    if (length.isEmpty() || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw RefusedRequestException.malformed("malformed-length", "Content-Length is no number");
    }
    if (length.length() > 10 || Long.parseLong(length) > max) {
      throw tooLarge(max);
    }
  }

  static byte[] read(Incoming incoming, int max) {
    long deadline = System.nanoTime() + MAX_NANOS;
    byte[] buffer = new byte[Math.min(max + 1, 4096)];
    int length = 0;
    try (InputStream in = incoming.body()) {
      int count;
      while ((count = in.read(buffer, length, buffer.length - length)) >= 0) {
        length += count;
        if (length > max) {
          throw tooLarge(max);
        }
        if (System.nanoTime() > deadline) {
          throw new RefusedRequestException(408, "body-too-slow", "body did not arrive in time");
        }
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, Math.min(max + 1, length * 4));
        }
      }
    } catch (IOException failure) {
      throw RefusedRequestException.malformed("body-incomplete", "body did not arrive whole");
    }
    return Arrays.copyOf(buffer, length);
  }

  static void requireJson(Incoming incoming) {
    String type = incoming.header("Content-Type");
    boolean isJson =
        type != null
            && ContentType.withoutParameters(type).equals(ContentType.JSON)
            && hasUtf8Charset(type);
    if (!isJson) {
      throw new RefusedRequestException(
          415, "unsupported-media-type", "body must be sent as application/json in UTF-8");
    }
  }

  static boolean isForm(Incoming incoming) {
    String type = incoming.header("Content-Type");
    return type != null
        && ContentType.withoutParameters(type).equals(ContentType.FORM)
        && hasUtf8Charset(type);
  }

  static String form(Incoming incoming, byte[] body) {
    if (body.length > 0 && !isForm(incoming)) {
      throw new RefusedRequestException(
          415, "unsupported-media-type", "body must be sent as " + ContentType.FORM);
    }
    // Every legal octet of a form is ASCII; the decoder refuses the others.
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  private static boolean hasUtf8Charset(@Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    int charset = lower.indexOf("charset=");
    return charset < 0 || lower.substring(charset + 8).replace("\"", "").strip().equals("utf-8");
  }

  private static RefusedRequestException tooLarge(int max) {
    return new RefusedRequestException(
        413, "body-too-large", "body must have at most " + max + " bytes");
  }
}
