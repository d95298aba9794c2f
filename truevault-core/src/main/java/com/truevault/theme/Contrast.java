package com.truevault.theme;

/**
 * The contrast of two colours as WCAG 2.2 defines it (relative luminance of sRGB).
 *
 * @param ratio 1 (the same) to 21 (black on white)
 */
public record Contrast(double ratio) {
  /** What body text needs at level AA. */
  public static final double TEXT = 4.5;

  /** The contrast of two colours written {@code #rrggbb}. */
  public static Contrast of(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return new Contrast((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }

  /** Whether body text in these colours can be read by most people. */
  public boolean isEnoughForText() {
    return ratio >= TEXT;
  }

  private static double luminance(String color) {
    return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
  }

  private static double channel(String color, int at) {
    double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
