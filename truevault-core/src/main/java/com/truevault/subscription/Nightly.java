package com.truevault.subscription;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.Snapshot;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStore;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.subscription.Assessment.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares all that is not over with the provider, once a night and a few pages a round, and keeps
 * what was found. A comparison that was interrupted begins anew.
 */
final class Nightly {
  private static final LocalTime HOUR = LocalTime.of(3, 0);
  private static final Duration MISSED_EVENTS = Duration.ofDays(3);
  private static final int PAGES_A_ROUND = 5;
  private static final int MOST_DIFFERENCES = 1_000;
  private static final Set<BillingStatus> OPEN =
      EnumSet.complementOf(EnumSet.of(BillingStatus.ENDED));

  private final SubscriptionStore store;
  private final Reconciliation reconciliation;
  private final ComparisonStore comparisons;
  private final InstantSource clock;
  private final Consumer<Instant> chores;
  private @Nullable Progress progress;

  /**
   * Compares by the given reconciliation.
   *
   * @param chores what else is to be done once a night, given the moment since when events may have
   *     been missed
   */
  Nightly(
      SubscriptionStore store,
      Reconciliation reconciliation,
      ComparisonStore comparisons,
      InstantSource clock,
      Consumer<Instant> chores) {
    this.store = store;
    this.reconciliation = reconciliation;
    this.comparisons = comparisons;
    this.clock = clock;
    this.chores = chores;
  }

  /** Begins a comparison though it is not night, unless one is under way. */
  synchronized void begin() {
    if (progress == null) {
      progress = new Progress(clock.instant());
    }
  }

  /** Goes on with the comparison of this night, if it is not finished. */
  synchronized void run() {
    Progress current = progress;
    if (current == null && !isDue()) {
      return;
    }
    Progress going = current == null ? new Progress(clock.instant()) : current;
    progress = going;
    for (int page = 0; page < PAGES_A_ROUND && going.after >= 0; page++) {
      comparePage(going);
    }
    if (going.after < 0) {
      progress = null;
      comparisons.add(going.result(clock.instant()));
      chores.accept(clock.instant().minus(MISSED_EVENTS));
    }
  }

  private boolean isDue() {
    Instant now = clock.instant();
    Instant today = now.atOffset(ZoneOffset.UTC).with(HOUR).toInstant();
    Instant last = today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    return comparisons.newest(1).stream().noneMatch(done -> !done.startedAt().isBefore(last));
  }

  private void comparePage(Progress going) {
    Page<Subscription> page = store.page(OPEN, new PageRequest(going.after, PageRequest.MAX_LIMIT));
    for (Subscription row : page.items()) {
      going.note(row.publicId(), compare(row));
    }
    going.after = page.next() == 0 ? -1 : page.next();
  }

  /** Null if it could not be compared. */
  private @Nullable Outcome compare(Subscription row) {
    try {
      Outcome outcome = reconciliation.check(row.publicId());
      return outcome.isAnswered() ? outcome : null;
    } catch (RuntimeException failure) {
      return null;
    }
  }

  /** How far a comparison has come. */
  private static final class Progress {
    private final Instant startedAt;
    private final List<String> differences = new ArrayList<>();
    private long after;
    private int checked;
    private int unreachable;

    Progress(Instant startedAt) {
      this.startedAt = startedAt;
    }

    void note(String publicId, @Nullable Outcome outcome) {
      if (outcome == null) {
        unreachable++;
        return;
      }
      checked++;
      for (Fact fact : outcome.learned()) {
        if (differences.size() < MOST_DIFFERENCES) {
          differences.add(publicId + ": " + words(fact));
        }
      }
    }

    Comparison result(Instant finishedAt) {
      return new Comparison(startedAt, finishedAt, checked, unreachable, differences);
    }

    private static String words(Fact fact) {
      return fact instanceof Snapshot snapshot
          ? "it is " + snapshot.status() + " since " + snapshot.at()
          : fact.key() + " of " + fact.at();
    }
  }
}
