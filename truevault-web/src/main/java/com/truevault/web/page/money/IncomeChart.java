package com.truevault.web.page.money;

import com.truevault.billing.Money;
import com.truevault.web.page.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Income of the last days as bars of a drawing 600 wide and 120 high; a day on which more went back
 * than came in has no bar, its amount is in the table.
 *
 * @param bars one for each day, today last
 */
public record IncomeChart(String currency, List<Bar> bars, String total) {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 116;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** One day. */
  public record Bar(String day, String amount, boolean moved, int x, int width, int height) {}

  static IncomeChart of(SortedMap<LocalDate, Money> days) {
    List<Map.Entry<LocalDate, Money>> all = List.copyOf(days.entrySet());
    long most = all.stream().mapToLong(day -> day.getValue().minor()).max().orElse(0);
    int slot = WIDTH / all.size();
    List<Bar> bars =
        IntStream.range(0, all.size())
            .mapToObj(i -> bar(all.get(i), i * slot, slot - 4, Math.max(1, most)))
            .toList();
    return new IncomeChart(
        all.get(0).getValue().currency().getCurrencyCode(),
        bars,
        Words.price(Sums.of(days.values())));
  }

  /** The days on which money moved. */
  public List<Bar> moved() {
    return bars.stream().filter(Bar::moved).toList();
  }

  private static Bar bar(Map.Entry<LocalDate, Money> day, int x, int width, long most) {
    long minor = day.getValue().minor();
    return new Bar(
        SHOWN.format(day.getKey()),
        Words.price(day.getValue()),
        minor != 0,
        x,
        width,
        (int) (Math.max(0, minor) * HEIGHT / most));
  }
}
