package com.truevault.web.page;

import com.truevault.billing.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How values are spelled on pages. */
public final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB", "PB");
  private static final int HOUR = 60;
  private static final int DAY_LONG = 24 * HOUR;

  private Words() {}

  /** An amount with its currency, such as {@code $9.99}. */
  public static String price(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
    format.setCurrency(money.currency());
    return format.format(new BigDecimal(money.amount()));
  }

  /** A count with its thousands parted, such as {@code 1,204}. */
  public static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }

  /** An amount of data in decimal units, such as {@code 1.2 GB}. */
  public static String bytes(long bytes) {
    int unit = 0;
    double amount = bytes;
    while (amount >= 999.5 && unit < UNITS.size() - 1) {
      amount /= 1000;
      unit++;
    }
    boolean fine = unit > 0 && amount < 9.95;
    return String.format(
        Locale.ENGLISH, fine ? "%.1f\u00a0%s" : "%.0f\u00a0%s", amount, UNITS.get(unit));
  }

  /** A time span in whole seconds, minutes, hours or days, such as {@code 4 min}. */
  public static String span(Duration span) {
    if (span.toSeconds() < 120) {
      return span.toSeconds() + "\u00a0s";
    }
    if (span.toMinutes() < 120) {
      return span.toMinutes() + "\u00a0min";
    }
    return span.toHours() < 48 ? span.toHours() + "\u00a0h" : span.toDays() + "\u00a0d";
  }

  /** A share, cut to two digits so that nothing short of all is called all: {@code 99.98 %}. */
  public static String percent(double percent) {
    return BigDecimal.valueOf(percent)
            .setScale(2, RoundingMode.FLOOR)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** A length of time in its two largest units, such as {@code 2 h 10 min}; at least a minute. */
  public static String duration(Duration duration) {
    long minutes = Math.max(1, duration.toMinutes());
    if (minutes < HOUR) {
      return minutes + " min";
    }
    return minutes < DAY_LONG
        ? minutes / HOUR + " h" + rest(minutes % HOUR, " min")
        : minutes / DAY_LONG + " d" + rest(minutes % DAY_LONG / HOUR, " h");
  }

  private static String rest(long count, String unit) {
    return count == 0 ? "" : " " + count + unit;
  }

  /** A day in UTC, such as {@code 1 December 2026}. */
  public static String day(Instant at) {
    return DAY.format(at);
  }

  /** The key under which the words of an enum constant stand, such as {@code grace_period}. */
  public static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A message of the library as a sentence: with a capital and a full stop. */
  public static String sentence(String message) {
    if (message.isEmpty()) {
      return message;
    }
    String capital = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  /** What a browser calls itself, as far as people know it: {@code Firefox on Windows}. */
  public static String browser(String agent) {
    String name =
        first(
            agent, "Edg/", "Edge", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");
    String system =
        first(
            agent, "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows",
            "Mac OS", "macOS", "Linux", "Linux");
    if (name.isEmpty()) {
      return agent.isEmpty() ? "–" : agent;
    }
    return system.isEmpty() ? name : name + " · " + system;
  }

  private static String first(String text, String... marksAndNames) {
    for (int i = 0; i < marksAndNames.length; i += 2) {
      if (text.contains(marksAndNames[i])) {
        return marksAndNames[i + 1];
      }
    }
    return "";
  }
}
