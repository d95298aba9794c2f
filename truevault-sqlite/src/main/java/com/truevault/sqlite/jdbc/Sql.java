package com.truevault.sqlite.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * One SQL statement and the names of its {@code :name} parameters in the order in which SQLite
 * numbers them: by first appearance, a repeated name keeping its number. The text itself goes to
 * SQLite unchanged.
 *
 * @param text the statement as written
 * @param names the parameter names without their colons, each once
 */
record Sql(String text, List<String> names) {

  static Sql parse(String text) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '?') {
        throw new IllegalArgumentException("statement uses ?, name its parameters: " + text);
      }
      int next = Lexer.skip(text, at);
      if (next > at) {
        at = next;
      } else if (c == ':' && at + 1 < text.length() && isNamePart(text.charAt(at + 1))) {
        int end = endOfName(text, at + 1);
        String name = text.substring(at + 1, end);
        if (!names.contains(name)) {
          names.add(name);
        }
        at = end;
      } else {
        at++;
      }
    }
    return new Sql(text, List.copyOf(names));
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
