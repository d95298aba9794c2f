package com.truevault.sqlite.jdbc;

/** Steps over the parts of SQL text that hold no syntax: quoted text and comments. */
final class Lexer {
  private Lexer() {}

  /**
   * Returns the position after the quoted text or comment that starts here, or the same position.
   */
  static int skip(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      return afterQuote(text, at, c);
    }
    if (c == '[') {
      return after(text, at + 1, "]");
    }
    if (text.startsWith("--", at)) {
      return after(text, at, "\n");
    }
    if (text.startsWith("/*", at)) {
      return after(text, at + 2, "*/");
    }
    return at;
  }

  static boolean isComment(String text, int at) {
    return text.startsWith("--", at) || text.startsWith("/*", at);
  }

  private static int afterQuote(String text, int start, char quote) {
    int at = start + 1;
    while (at < text.length()) {
      if (text.charAt(at) != quote) {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return text.length();
  }

  private static int after(String text, int from, String end) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
