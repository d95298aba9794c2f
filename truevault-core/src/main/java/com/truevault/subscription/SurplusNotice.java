package com.truevault.subscription;

import com.truevault.billing.Plans;
import com.truevault.billing.Subscription;
import com.truevault.billing.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in time which devices a smaller plan will switch off. Safe for use by many threads. */
record SurplusNotice(Plans plans, DevicesInUse devices) {
  private static final Duration AHEAD = Duration.ofDays(7);

  /** When it is to be said; null if no smaller plan follows. */
  static @Nullable Instant at(@Nullable Terms next, Terms now, @Nullable Instant paidThrough) {
    return next == null || paidThrough == null || next.plan().compareTo(now.plan()) >= 0
        ? null
        : paidThrough.minus(AHEAD);
  }

  /** What the mail says; empty while there is nothing to say. */
  Map<String, String> words(Subscription row, Instant now) {
    Terms next = row.standing().next();
    Instant at = at(next, Dossier.terms(row), row.paidThrough());
    if (next == null || at == null || at.isAfter(now)) {
      return Map.of();
    }
    int limit = plans.deviceLimit(next.plan());
    List<String> surplus = devices.beyond(row.user(), limit);
    return surplus.isEmpty()
        ? Map.of()
        : Map.of("limit", Integer.toString(limit), "devices", String.join(", ", surplus));
  }
}
