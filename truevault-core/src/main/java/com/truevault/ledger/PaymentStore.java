package com.truevault.ledger;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments, repayments and failed renewals, as they follow from the facts. */
public interface PaymentStore {

  /** Adds a payment, or replaces the one of its sale id. */
  void put(Payment payment);

  /** The payment of that sale. */
  Optional<Payment> find(String saleId);

  /** A user's payments, newest first. */
  List<Payment> ofUser(UserId user);

  /** A subscription's payments, newest first. */
  List<Payment> of(String subscription);

  /** All payments, newest first. */
  Page<Payment> newest(PageRequest request);

  /** Completed and refunded payments made in the span, oldest first. */
  List<Payment> between(Instant from, Instant to);

  /** Adds a repayment; false if it was there. */
  boolean add(Repaid repaid);

  /** The repayments of a sale, oldest first. */
  List<Repaid> repaid(String saleId);

  /** Repayments made in the span, oldest first. */
  List<Repaid> repaidBetween(Instant from, Instant to);

  /** Adds a failed renewal, or replaces the one of its subscription and first failure. */
  void put(FailedPayment failed);

  /** A subscription's failed renewals, newest first. */
  List<FailedPayment> failures(String subscription);

  /** Failed renewals that are not resolved, oldest first. */
  Page<FailedPayment> open(PageRequest request);
}
