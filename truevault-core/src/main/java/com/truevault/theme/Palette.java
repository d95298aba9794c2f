package com.truevault.theme;

/** Makes a colour readable on a ground while keeping its hue. */
final class Palette {
  private Palette() {}

  /** The colour, moved step by step towards black or white until text in it can be read. */
  static String readable(String color, String ground) {
    boolean darken =
        Contrast.of(ground, "#000000").ratio() > Contrast.of(ground, "#ffffff").ratio();
    String target = darken ? "#000000" : "#ffffff";
    for (int step = 0; step <= 20; step++) {
      String candidate = mix(color, target, step / 20.0);
      if (Contrast.of(candidate, ground).isEnoughForText()) {
        return candidate;
      }
    }
    return target;
  }

  /** Black or white, whichever can be read better on the ground. */
  static String ink(String ground) {
    return Contrast.of(ground, "#000000").ratio() >= Contrast.of(ground, "#ffffff").ratio()
        ? "#000000"
        : "#ffffff";
  }

  /** The first colour with that share of the second. */
  static String mix(String one, String other, double share) {
    StringBuilder mixed = new StringBuilder("#");
    for (int at = 1; at < 7; at += 2) {
      int a = Integer.parseInt(one.substring(at, at + 2), 16);
      int b = Integer.parseInt(other.substring(at, at + 2), 16);
      mixed.append("%02x".formatted(Math.round(a + (b - a) * share)));
    }
    return mixed.toString();
  }
}
