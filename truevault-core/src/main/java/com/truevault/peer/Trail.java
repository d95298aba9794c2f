package com.truevault.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the latest versions of one server's list were issued, to tell since when an agent is behind.
 * Of versions within five seconds of each other only the first is kept. Immutable.
 */
record Trail(List<Step> steps) {
  private static final Duration APART = Duration.ofSeconds(5);
  private static final int LONGEST = 40;

  static Trail startingAt(PeerList list) {
    return new Trail(List.of(new Step(list.version(), list.issuedAt())));
  }

  Trail and(PeerList list) {
    if (last().issuedAt().plus(APART).isAfter(list.issuedAt())) {
      return this;
    }
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(list.version(), list.issuedAt()));
    return new Trail(
        List.copyOf(longer.subList(Math.max(0, longer.size() - LONGEST), longer.size())));
  }

  /**
   * Since when there has been a newer version, five seconds more or less.
   *
   * @param version null if any version is newer
   */
  Instant newerThan(@Nullable ListVersion version) {
    return steps.stream()
        .filter(step -> version == null || step.version().isNewerThan(version))
        .findFirst()
        .orElse(last())
        .issuedAt();
  }

  private Step last() {
    return steps.get(steps.size() - 1);
  }

  record Step(ListVersion version, Instant issuedAt) {}
}
