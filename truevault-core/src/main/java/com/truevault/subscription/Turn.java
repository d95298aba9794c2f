package com.truevault.subscription;

import com.truevault.billing.BillingState;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Booked;
import java.time.Instant;
import java.util.List;

/**
 * What one look at a subscription changed.
 *
 * @param file as it is now
 * @param before the row before
 * @param after the row after
 * @param booked what was booked with a document
 * @param isAnswered whether the provider just said how things stand
 */
record Turn(
    Dossier file,
    BillingState state,
    Subscription before,
    Subscription after,
    List<Booked> booked,
    boolean isAnswered,
    Instant now) {

  BillingStatus was() {
    return before.standing().status();
  }

  boolean isNew(BillingStatus status) {
    return state.status() == status && was() != status;
  }

  String id() {
    return after.publicId();
  }
}
