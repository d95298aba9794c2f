package com.truevault.subscription;

import com.truevault.billing.BillingFlag;
import com.truevault.billing.BillingState;
import com.truevault.billing.BillingState.Dunning;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.CancelAsked;
import com.truevault.billing.Fact.Snapshot;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.Terms;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription's row says of its state.
 *
 * @param checkedAt when the provider was last asked; null if never
 * @param dueAt when it has to be looked at again; null if never
 */
record Projection(
    Dossier file, BillingState state, @Nullable Instant checkedAt, @Nullable Instant dueAt) {

  Subscription row(InForce inForce) {
    Subscription row = file.row();
    Terms terms = inForce.now();
    return new Subscription(
        row.publicId(),
        row.user(),
        row.gatewayId(),
        terms.plan(),
        terms.price(),
        terms.cycle(),
        state.subscriptionStatus(),
        Objects.requireNonNullElse(state.anchor(), file.openedAt()),
        state.paidThrough(),
        cancelledAt(),
        reason(),
        standing(inForce.next()));
  }

  private Standing standing(@Nullable Terms next) {
    Dunning dunning = state.dunning();
    Fact.Sale paid = state.lastPayment();
    return new Standing(
        state.status(),
        state.endReason(),
        dunning == null ? null : dunning.since(),
        dunning == null ? null : dunning.graceUntil(),
        paid == null ? null : paid.saleId(),
        paid == null ? null : paid.at(),
        state.flags().contains(BillingFlag.ACCESS_BLOCKED),
        state.flags().contains(BillingFlag.REVIEW),
        next,
        file.row().standing().predecessor(),
        checkedAt,
        dueAt);
  }

  private @Nullable Instant cancelledAt() {
    if (state.status() != BillingStatus.CANCEL_SCHEDULED && state.status() != BillingStatus.ENDED) {
      return null;
    }
    return file.of(CancelAsked.class)
        .map(CancelAsked::at)
        .findFirst()
        .or(() -> file.snapshot().filter(known -> known.status().isFinal()).map(Snapshot::at))
        .orElse(state.endedAt());
  }

  private String reason() {
    return file.of(CancelAsked.class)
        .map(CancelAsked::reason)
        .findFirst()
        .orElseGet(() -> state.endReason() == null ? atProvider() : words(state.endReason()));
  }

  private String atProvider() {
    return state.status() == BillingStatus.CANCEL_SCHEDULED
        ? "cancelled at the payment provider"
        : "";
  }

  private static String words(EndReason reason) {
    return switch (reason) {
      case CANCELLED -> "cancelled at the payment provider";
      case EXPIRED -> "ran out at the payment provider";
      case NONPAYMENT -> "not paid";
      case WITHDRAWN -> "withdrawn";
      case REFUNDED -> "refunded";
      case CHARGEBACK -> "payment taken back";
      case ABANDONED -> "never approved";
      case SUPERSEDED -> "replaced by a later choice";
    };
  }

  /**
   * The terms that a row names.
   *
   * @param next null if nothing else follows
   */
  record InForce(Terms now, @Nullable Terms next) {}
}
