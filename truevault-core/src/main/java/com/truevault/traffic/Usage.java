package com.truevault.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one device carried over a period.
 *
 * @param amounts one for each span of the period, those without traffic included, oldest first
 */
public record Usage(Period period, List<Amount> amounts) {

  /** Copies the amounts. */
  public Usage {
    amounts = List.copyOf(amounts);
  }

  /** The period that ends with the span of {@code now}. */
  static Usage of(Period period, Map<Instant, Bytes> known, Instant now) {
    return new Usage(
        period,
        IntStream.rangeClosed(1 - period.spans(), 0)
            .mapToObj(later -> period.span().start(now, later))
            .map(start -> new Amount(start, known.getOrDefault(start, Bytes.NONE)))
            .toList());
  }

  /** All of it. */
  public Bytes total() {
    return amounts.stream().map(Amount::bytes).reduce(Bytes.NONE, Bytes::plus);
  }

  /** What one span has. */
  public record Amount(Instant startsAt, Bytes bytes) {}
}
