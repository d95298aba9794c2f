package com.truevault.theme;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every element there is, its default and the shape its value must have. */
public enum ThemeKey {
  PRIMARY_COLOR("#00d9ff", Shape.COLOR),
  SECONDARY_COLOR("#00ff88", Shape.COLOR),
  BACKGROUND_COLOR("#0f0f1a", Shape.COLOR),
  TEXT_COLOR("#ffffff", Shape.COLOR),
  LINK_COLOR("#00d9ff", Shape.COLOR),
  FONT_FAMILY("-apple-system, BlinkMacSystemFont, \"Segoe UI\", Roboto, sans-serif", Shape.FONTS),
  HEADING_FONT("Poppins, sans-serif", Shape.FONTS),
  BASE_FONT_SIZE("16px", Shape.FONT_SIZE),
  BUTTON_RADIUS("8px", Shape.LENGTH),
  BUTTON_PADDING("10px 20px", Shape.LENGTHS),
  CONTAINER_MAX_WIDTH("1100px", Shape.LENGTH),
  SECTION_PADDING("60px 20px", Shape.LENGTHS);

  private final String standard;
  private final Shape shape;

  ThemeKey(String standard, Shape shape) {
    this.standard = standard;
    this.shape = shape;
  }

  /** The name as it stands in the table, such as {@code primary_color}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its CSS variable, such as {@code --primary-color}. */
  public String variable() {
    return "--" + key().replace('_', '-');
  }

  /** The value of a fresh installation. */
  public String standard() {
    return standard;
  }

  /** Whether the value is a colour. */
  public boolean isColor() {
    return shape == Shape.COLOR;
  }

  /** The element of that name. */
  public static Optional<ThemeKey> of(String key) {
    return Arrays.stream(values()).filter(element -> element.key().equals(key)).findFirst();
  }

  /**
   * The value as it is to be kept; nothing that passes can end a CSS declaration.
   *
   * @throws TrueVaultException INVALID if the value has another shape
   */
  public String check(String value) {
    String text = value.strip();
    if (text.length() > 200 || !shape.pattern.matcher(text).matches()) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "theme-invalid",
          "theme element " + key() + " must be " + shape.words + "; try " + standard);
    }
    return text;
  }

  private enum Shape {
    COLOR("#[0-9a-fA-F]{6}", "a colour such as #00d9ff"),
    FONTS(
        "([A-Za-z0-9 ,-]|\"[A-Za-z0-9 -]{1,60}\"|'[A-Za-z0-9 -]{1,60}'){1,200}",
        "font names separated by commas"),
    FONT_SIZE("(1[2-9]|2[0-4])px", "a size from 12px to 24px"),
    LENGTH("\\d{1,4}(px|rem|em|%)", "a length such as 8px"),
    LENGTHS("\\d{1,4}(px|rem|em)( \\d{1,4}(px|rem|em)){0,3}", "lengths such as 10px 20px");

    private final Pattern pattern;
    private final String words;

    Shape(String pattern, String words) {
      this.pattern = Pattern.compile(pattern);
      this.words = words;
    }
  }
}
