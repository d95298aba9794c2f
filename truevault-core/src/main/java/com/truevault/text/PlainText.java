package com.truevault.text;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.text.Normalizer;

/**
 * Text as a person typed it, made safe to keep: NFC, trimmed, no control characters, no invisible
 * direction marks that make a name look like another.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * One line of 1 to {@code max} characters.
   *
   * @param field what the text is, for the message
   * @throws TrueVaultException INVALID with the field's name and the reason
   */
  public static String line(String field, String value, int max) {
    String line = optionalLine(field, value, max);
    if (line.isEmpty()) {
      throw invalid(field, "is empty; type at least one character");
    }
    return line;
  }

  /** As {@link #line} but empty text is fine. */
  public static String optionalLine(String field, String value, int max) {
    return check(field, value, max, false);
  }

  /** Text of several lines, with line feeds only; may be empty. */
  public static String paragraph(String field, String value, int max) {
    return check(field, value.replace("\r\n", "\n"), max, true);
  }

  private static String check(String field, String value, int max, boolean lineFeeds) {
    // Normalising is linear but not free: refuse absurd lengths first.
    if (value.length() > 4L * max) {
      throw invalid(field, "is longer than " + max + " characters; shorten it");
    }
    value.codePoints().forEach(c -> refuseUnseen(field, c, lineFeeds));
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (text.codePointCount(0, text.length()) > max) {
      throw invalid(field, "is longer than " + max + " characters; shorten it");
    }
    return text;
  }

  private static void refuseUnseen(String field, int character, boolean lineFeeds) {
    if (lineFeeds && character == '\n') {
      return;
    }
    boolean unseen =
        switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.UNASSIGNED,
              Character.PRIVATE_USE ->
              true;
          // Emoji are joined by U+200D; every other format character only hides something.
          case Character.FORMAT -> character != 0x200D;
          default -> false;
        };
    if (unseen) {
      throw invalid(field, "holds the invisible character U+%04X; remove it".formatted(character));
    }
  }

  private static TrueVaultException invalid(String field, String reason) {
    return new InvalidTextException(field, field + " " + reason);
  }

  /** A text that was refused, with the field it was typed into. */
  public static final class InvalidTextException extends TrueVaultException {
    private static final long serialVersionUID = 1L;
    private final String field;

    InvalidTextException(String field, String message) {
      super(ErrorKind.INVALID, "text-invalid", message);
      this.field = field;
    }

    /** What was refused. */
    public String field() {
      return field;
    }
  }
}
