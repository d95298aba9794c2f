package com.truevault.billing;

import com.truevault.billing.Fact.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the provider sees the subscription: the newest word counts, except that an end is final. */
final class Provider {
  private final List<Snapshot> snapshots;
  private final @Nullable Snapshot last;
  private final @Nullable Snapshot known;

  Provider(List<Snapshot> oldestFirst) {
    this.snapshots = oldestFirst;
    Snapshot ended = null;
    Snapshot understood = null;
    for (Snapshot snapshot : oldestFirst) {
      if (ended == null && snapshot.status().isFinal()) {
        ended = snapshot;
      }
      if (snapshot.status() != ProviderStatus.UNKNOWN) {
        understood = snapshot;
      }
    }
    this.last = oldestFirst.isEmpty() ? null : oldestFirst.get(oldestFirst.size() - 1);
    this.known = ended == null ? understood : ended;
  }

  Optional<Snapshot> newest() {
    return Optional.ofNullable(last);
  }

  private @Nullable ProviderStatus status() {
    return known == null ? null : known.status();
  }

  /** When nothing was to follow any more; null while something may. */
  @Nullable Instant endedAt() {
    return known != null && known.status().isFinal() ? known.at() : null;
  }

  boolean isExpired() {
    return status() == ProviderStatus.EXPIRED;
  }

  /** Whether it was ever seen before it was approved. */
  boolean wasUnapproved() {
    return snapshots.stream()
        .anyMatch(snapshot -> snapshot.status() == ProviderStatus.APPROVAL_PENDING);
  }

  boolean isSuspended() {
    return status() == ProviderStatus.SUSPENDED;
  }

  /** When it was first seen approved; null if it never was. */
  @Nullable Instant approvedAt() {
    for (Snapshot snapshot : snapshots) {
      ProviderStatus status = snapshot.status();
      if (status == ProviderStatus.APPROVED
          || status == ProviderStatus.ACTIVE
          || status == ProviderStatus.SUSPENDED) {
        return snapshot.at();
      }
    }
    return null;
  }

  /** When the first charge is due for what was approved then. */
  Instant dueAfter(Instant approved) {
    return last != null && last.startsAt().isAfter(approved) ? last.startsAt() : approved;
  }

  /** Whether the provider tried to collect and could not, whatever its status word says. */
  boolean isOwed() {
    if (known == null) {
      return false;
    }
    Money outstanding = known.outstanding();
    return known.failedPayments() > 0 || (outstanding != null && outstanding.minor() > 0);
  }

  int failedPayments() {
    return known == null ? 0 : known.failedPayments();
  }
}
