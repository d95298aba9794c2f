package com.truevault.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time, its end excluded. */
record Span(Instant from, Instant end) {

  /** What of it lies within another one; empty if nothing does. */
  Optional<Span> within(Span other) {
    Instant later = from.isAfter(other.from) ? from : other.from;
    Instant earlier = end.isBefore(other.end) ? end : other.end;
    return later.isBefore(earlier) ? Optional.of(new Span(later, earlier)) : Optional.empty();
  }

  /** Its length without what the others cover, which may overlap. */
  Duration lengthWithout(List<Span> others) {
    Duration length = Duration.between(from, end);
    Instant counted = from;
    List<Span> covers =
        others.stream()
            .flatMap(other -> other.within(this).stream())
            .sorted(Comparator.comparing(Span::from))
            .toList();
    for (Span cover : covers) {
      Instant start = cover.from.isAfter(counted) ? cover.from : counted;
      if (start.isBefore(cover.end)) {
        length = length.minus(Duration.between(start, cover.end));
        counted = cover.end;
      }
    }
    return length;
  }
}
