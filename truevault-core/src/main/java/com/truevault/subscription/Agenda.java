package com.truevault.subscription;

import com.truevault.billing.BillingPolicy;
import com.truevault.billing.BillingState;
import com.truevault.billing.BillingState.Dunning;
import com.truevault.billing.BillingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a subscription has to be looked at again. */
record Agenda(BillingPolicy policy, Instant now) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AFTERMATH = Duration.ofDays(35);

  @Nullable Instant next(Dossier file, BillingState state, News news, @Nullable Instant more) {
    Instant wanted =
        Stream.of(
                state.changesAt(),
                state.checkDue() ? now : null,
                nextMail(state.dunning()),
                nextLook(file, state),
                more)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (wanted == null) {
      return null;
    }
    Instant earliest =
        news.isSilent()
            ? now.plus(HOUR)
            : news.askedAt() == null ? Instant.MIN : now.plus(SHORTEST);
    return wanted.isBefore(earliest) ? earliest : wanted;
  }

  /** The earlier of what is still to come; null if nothing is. */
  @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
    return Stream.of(one, other)
        .filter(Objects::nonNull)
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** How often the provider is asked though nothing was heard of it. */
  private @Nullable Instant nextLook(Dossier file, BillingState state) {
    if (file.row().gatewayId() == null) {
      return null;
    }
    return switch (state.status()) {
      case PENDING, PAST_DUE -> now.plus(HOUR);
      case SUSPENDED -> now.plus(DAY);
      case ACTIVE, CANCEL_SCHEDULED -> null;
      case ENDED -> isToBeWatched(file, state.endedAt()) ? now.plus(DAY) : null;
    };
  }

  /** Whether the provider could still charge for what is over here. */
  private boolean isToBeWatched(Dossier file, @Nullable Instant endedAt) {
    return !file.isFinalAtProvider() && endedAt != null && endedAt.plus(AFTERMATH).isAfter(now);
  }

  private @Nullable Instant nextMail(@Nullable Dunning dunning) {
    if (dunning == null || dunning.ourFault()) {
      return null;
    }
    return policy.mailDays().stream()
        .map(day -> dunning.since().plus(Duration.ofDays(day)))
        .filter(at -> at.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  /** Whether a subscription is over or only ends, so that asking again tells nothing new. */
  static boolean isSettled(Dossier file, BillingState state) {
    boolean ends =
        state.status() == BillingStatus.CANCEL_SCHEDULED || state.status() == BillingStatus.ENDED;
    return ends && file.isFinalAtProvider() && !state.checkDue();
  }
}
