package com.truevault.web.page;

import com.truevault.health.HealthDay;
import com.truevault.health.HealthHour;
import com.truevault.health.Tally;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How often a server was online, as bars of a drawing {@link #WIDTH} wide and {@link #HEIGHT} high.
 * What a bar means is said by its height, its colour and its words.
 *
 * @param summary all bars in a sentence
 * @param percent of all bars, such as {@code 99.98 %}; empty if nothing was checked
 */
public record UptimeBars(
    List<Bar> bars, String summary, String percent, String first, String last) {
  /** The width of the drawing. */
  public static final int WIDTH = 900;

  /** The height of the drawing. */
  public static final int HEIGHT = 40;

  private static final double GOOD = 99.9;
  private static final double FAIR = 95;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** Copies the bars. */
  public UptimeBars {
    bars = List.copyOf(bars);
  }

  /**
   * One stretch of time.
   *
   * @param css {@code good}, {@code fair}, {@code poor}, {@code planned} or {@code none}
   * @param words when it was, and how
   */
  public record Bar(int x, int width, int height, String css, String words) {
    /** Where its top is. */
    public int y() {
      return HEIGHT - height;
    }
  }

  /** Days, oldest first. */
  public static UptimeBars ofDays(List<HealthDay> days, Messages messages) {
    List<String> names = days.stream().map(day -> DAY.format(day.day())).toList();
    return of(names, days.stream().map(HealthDay::tally).toList(), "uptime.days", messages);
  }

  /** Hours, oldest first. */
  public static UptimeBars ofHours(List<HealthHour> hours, Messages messages) {
    List<String> names = hours.stream().map(hour -> HOUR.format(hour.start())).toList();
    return of(names, hours.stream().map(HealthHour::tally).toList(), "uptime.hours", messages);
  }

  /** The stretches in which something failed, newest first, for those who cannot see bars. */
  public List<Bar> failures() {
    List<Bar> failed = new ArrayList<>();
    for (Bar bar : bars) {
      if (bar.css().equals("fair") || bar.css().equals("poor")) {
        failed.add(0, bar);
      }
    }
    return failed;
  }

  private static UptimeBars of(
      List<String> names, List<Tally> tallies, String key, Messages messages) {
    int slot = WIDTH / names.size();
    int width = slot - Math.max(2, slot / 6);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      bars.add(bar(names.get(i), tallies.get(i), i * WIDTH / names.size(), width, messages));
    }
    OptionalDouble online = tallies.stream().reduce(Tally.NONE, Tally::plus).percentOnline();
    String percent = online.isEmpty() ? "" : Words.percent(online.getAsDouble());
    String summary =
        percent.isEmpty()
            ? messages.text(key + ".none", names.size())
            : messages.text(key, percent, names.size());
    return new UptimeBars(bars, summary, percent, names.get(0), names.get(names.size() - 1));
  }

  private static Bar bar(String name, Tally tally, int x, int width, Messages messages) {
    OptionalDouble online = tally.percentOnline();
    if (online.isEmpty()) {
      boolean planned = tally.planned() > 0;
      String words = messages.text(planned ? "uptime.planned" : "uptime.none", name);
      return new Bar(x, width, planned ? 10 : 4, planned ? "planned" : "none", words);
    }
    double percent = online.getAsDouble();
    String words = messages.text("uptime.bar", name, Words.percent(percent));
    if (percent >= GOOD) {
      return new Bar(x, width, HEIGHT, "good", words);
    }
    return percent >= FAIR
        ? new Bar(x, width, HEIGHT * 7 / 10, "fair", words)
        : new Bar(x, width, HEIGHT * 4 / 10, "poor", words);
  }
}
