package com.truevault.wireguard;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a tunnel on the device: also the file name of its configuration.
 *
 * @param value 1 to 15 characters of {@code [a-zA-Z0-9_=+.-]}, as wg-quick asks for
 */
public record TunnelName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-zA-Z0-9_=+.-]{1,15}");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_DASHES = Pattern.compile("^-+|-+$");

  private static final int MAX = 15;

  /** Checks the shape. */
  public TunnelName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a tunnel name: " + value);
    }
  }

  /** A name made from what a person called the device, different from all that are taken. */
  public static TunnelName from(String deviceName, Set<TunnelName> taken) {
    String plain = Normalizer.normalize(deviceName, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    plain = MARKS.matcher(plain).replaceAll("");
    plain = OTHERS.matcher(plain).replaceAll("-");
    plain = OUTER_DASHES.matcher(plain).replaceAll("");
    String stem = plain.isEmpty() ? "vpn" : plain;
    TunnelName name = cut(stem, "");
    for (int number = 2; taken.contains(name); number++) {
      name = cut(stem, "-" + number);
    }
    return name;
  }

  private static TunnelName cut(String stem, String suffix) {
    String kept = stem.substring(0, Math.min(stem.length(), MAX - suffix.length()));
    return new TunnelName(OUTER_DASHES.matcher(kept).replaceAll("") + suffix);
  }

  @Override
  public String toString() {
    return value;
  }
}
