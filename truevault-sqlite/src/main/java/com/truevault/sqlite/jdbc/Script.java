package com.truevault.sqlite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a script into its statements, for the driver runs only the first of several. */
public final class Script {
  private Script() {}

  /**
   * The statements in order, without comments around them and without their closing semicolons. A
   * {@code create trigger} statement ends at the {@code end} that closes its body.
   *
   * @throws IllegalArgumentException if the last statement lacks its semicolon
   */
  public static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    Body body = new Body();
    int at = 0;
    while (at < script.length()) {
      int next = Lexer.skip(script, at);
      char c = script.charAt(at);
      if (next > at) {
        statement.append(Lexer.isComment(script, at) ? " " : script.substring(at, next));
      } else if (Character.isLetter(c)) {
        next = endOfWord(script, at);
        body.word(script.substring(at, next));
        statement.append(script, at, next);
      } else if (c == ';' && body.isClosed()) {
        statements.add(statement.toString().strip());
        statement.setLength(0);
        body = new Body();
        next = at + 1;
      } else {
        statement.append(c);
        next = at + 1;
      }
      at = next;
    }
    if (!statement.toString().isBlank()) {
      throw new IllegalArgumentException(
          "script ends inside a statement, close it with a semicolon: "
              + statement.toString().strip());
    }
    return List.copyOf(statements);
  }

  private static int endOfWord(String script, int from) {
    int end = from;
    while (end < script.length()
        && (Character.isLetterOrDigit(script.charAt(end)) || script.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  /** Whether the words so far leave a trigger body or a case expression open. */
  private static final class Body {
    private int words;
    private boolean create;
    private boolean trigger;
    private int open;

    void word(String text) {
      String word = text.toLowerCase(Locale.ROOT);
      words++;
      create |= words == 1 && word.equals("create");
      trigger |= create && words <= 3 && word.equals("trigger");
      if (trigger && (word.equals("begin") || word.equals("case"))) {
        open++;
      } else if (trigger && word.equals("end")) {
        open--;
      }
    }

    boolean isClosed() {
      return open == 0;
    }
  }
}
