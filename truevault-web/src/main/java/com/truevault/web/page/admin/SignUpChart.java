package com.truevault.web.page.admin;

import com.truevault.audit.AuditEntry;
import com.truevault.audit.AuditLog;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Sign-ups of the last thirty days, UTC, as bars of a drawing 600 wide and 120 high.
 *
 * @param bars one for each day, today last
 * @param all whether every sign-up of these days was counted
 */
public record SignUpChart(List<Bar> bars, boolean all) {
  private static final String ACTION = "user.registered";
  private static final int DAYS = 30;
  private static final int MOST_PAGES = 25;
  private static final int SLOT = 20;
  private static final int HEIGHT = 116;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** One day; a day without sign-ups has no height. */
  public record Bar(String day, long count, int x, int height) {}

  /** Counts what the log says, from its newest entry back. */
  static SignUpChart of(AuditLog log, Instant now) {
    LocalDate today = day(now);
    LocalDate first = today.minusDays(DAYS - 1);
    Map<LocalDate, Long> counts = new HashMap<>();
    PageRequest request = new PageRequest(0, PageRequest.MAX_LIMIT);
    for (int page = 0; page < MOST_PAGES; page++) {
      Page<AuditEntry> found = log.list(ACTION, request);
      found.items().stream()
          .filter(entry -> entry.action().equals(ACTION))
          .forEach(entry -> counts.merge(day(entry.at()), 1L, Long::sum));
      if (found.next() == 0
          || day(found.items().get(found.items().size() - 1).at()).isBefore(first)) {
        return drawn(counts, first, true);
      }
      request = new PageRequest(found.next(), PageRequest.MAX_LIMIT);
    }
    return drawn(counts, first, false);
  }

  /** How many there were. */
  public long total() {
    return bars.stream().mapToLong(Bar::count).sum();
  }

  /** The first of the days with the most sign-ups. */
  public Bar best() {
    return bars.stream().reduce(bars.get(0), (a, b) -> b.count() > a.count() ? b : a);
  }

  private static SignUpChart drawn(Map<LocalDate, Long> counts, LocalDate first, boolean all) {
    List<Long> days =
        LongStream.range(0, DAYS)
            .map(i -> counts.getOrDefault(first.plusDays(i), 0L))
            .boxed()
            .toList();
    long most = Math.max(1, days.stream().mapToLong(Long::longValue).max().orElse(1));
    List<Bar> bars =
        IntStream.range(0, DAYS)
            .mapToObj(
                i ->
                    new Bar(
                        SHOWN.format(first.plusDays(i)),
                        days.get(i),
                        i * SLOT,
                        (int) (days.get(i) * HEIGHT / most)))
            .toList();
    return new SignUpChart(bars, all);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
