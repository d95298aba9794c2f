package com.truevault.web.http;

import java.util.ArrayList;
import java.util.List;

/** A request's path, split and decoded; what could be read in two ways is refused. */
final class Path {
  private static final int MAX_LENGTH = 2048;
  private static final int MAX_SEGMENTS = 32;

  private Path() {}

  static List<String> segments(String raw) {
    if (raw.isEmpty() || raw.charAt(0) != '/' || raw.length() > MAX_LENGTH) {
      throw refused();
    }
    List<String> segments = new ArrayList<>(6);
    int start = 1;
    while (start <= raw.length()) {
      int slash = raw.indexOf('/', start);
      int end = slash < 0 ? raw.length() : slash;
      segments.add(segment(raw.substring(start, end)));
      start = end + 1;
    }
    if (segments.size() > MAX_SEGMENTS) {
      throw refused();
    }
    return segments;
  }

  private static String segment(String raw) {
    String decoded = Percent.decodePath(raw);
    if (decoded == null || decoded.equals(".") || decoded.equals("..")) {
      throw refused();
    }
    for (int i = 0; i < decoded.length(); i++) {
      char character = decoded.charAt(i);
      if (character == '/'
          || character == '\\'
          || character == ';'
          || Character.isISOControl(character)) {
        throw refused();
      }
    }
    return decoded;
  }

  private static RefusedRequestException refused() {
    return RefusedRequestException.malformed(
        "malformed-path", "path is not plain; send it without dot segments, ; and encoded slashes");
  }
}
