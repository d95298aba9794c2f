package com.truevault.web.page.money;

import com.truevault.billing.Money;
import com.truevault.web.page.Words;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Amounts added up, each currency for itself. */
final class Sums {
  private Sums() {}

  /** The sum of amounts of one currency, of which there is at least one. */
  static Money of(Collection<Money> amounts) {
    return amounts.stream().reduce(Money::plus).orElseThrow();
  }

  /** What came in since that day, such as {@code $9.99 · €14.00}. */
  static String since(LocalDate day, Map<Currency, SortedMap<LocalDate, Money>> daily) {
    return text(daily.values().stream().map(days -> of(days.tailMap(day).values())).toList());
  }

  /** Amounts of several currencies in a line; a dash for none. */
  static String text(Collection<Money> amounts) {
    return amounts.isEmpty()
        ? "–"
        : amounts.stream().map(Words::price).collect(Collectors.joining(" · "));
  }
}
