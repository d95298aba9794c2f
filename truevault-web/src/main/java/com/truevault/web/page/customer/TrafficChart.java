package com.truevault.web.page.customer;

import com.truevault.traffic.Bytes;
import com.truevault.traffic.Period;
import com.truevault.traffic.Span;
import com.truevault.traffic.Usage;
import com.truevault.web.page.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a device carried, as bars of a drawing 600 wide and 120 high: up on top of down.
 *
 * @param period as it stands in links
 * @param down all of it, in words
 * @param up all of it, in words
 * @param bars one for each hour or day in UTC, the running one last
 */
public record TrafficChart(String period, String down, String up, List<Bar> bars) {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 116;
  private static final int LEAST = 2;
  private static final DateTimeFormatter HOUR = format("HH:mm");
  private static final DateTimeFormatter DAY = format("d MMM");

  /** The periods there are, as they stand in links. */
  public static final List<String> PERIODS =
      Arrays.stream(Period.values()).map(Words::key).toList();

  /**
   * One hour or day; heights are 0 where nothing was carried.
   *
   * @param down in words
   * @param up in words
   */
  public record Bar(
      String label, String down, String up, int x, int width, int downHeight, int upHeight) {
    /** Whether nothing was carried. */
    public boolean empty() {
      return downHeight + upHeight == 0;
    }
  }

  /** The chart of a usage. */
  public static TrafficChart of(Usage usage) {
    int slot = WIDTH / usage.amounts().size();
    long most =
        usage.amounts().stream().mapToLong(amount -> amount.bytes().total()).max().orElse(0);
    DateTimeFormatter format = usage.period().span() == Span.HOUR ? HOUR : DAY;
    List<Bar> bars =
        IntStream.range(0, usage.amounts().size())
            .mapToObj(
                i -> {
                  Usage.Amount amount = usage.amounts().get(i);
                  return bar(label(amount, format), amount.bytes(), most, i * slot, slot);
                })
            .toList();
    Bytes total = usage.total();
    return new TrafficChart(
        Words.key(usage.period()), Words.bytes(total.down()), Words.bytes(total.up()), bars);
  }

  /** Whether nothing was carried at all. */
  public boolean empty() {
    return bars.stream().allMatch(Bar::empty);
  }

  private static Bar bar(String label, Bytes bytes, long most, int x, int slot) {
    int gap = Math.max(2, slot / 10);
    return new Bar(
        label,
        Words.bytes(bytes.down()),
        Words.bytes(bytes.up()),
        x + gap,
        slot - 2 * gap,
        height(bytes.down(), most),
        height(bytes.up(), most));
  }

  /** What was carried at all is seen, however little it is beside the rest. */
  private static int height(long bytes, long most) {
    return bytes == 0 ? 0 : Math.max(LEAST, (int) (HEIGHT * (double) bytes / most));
  }

  private static String label(Usage.Amount amount, DateTimeFormatter format) {
    return format.format(amount.startsAt());
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
