package com.truevault.subscription;

import com.truevault.billing.Money;
import com.truevault.billing.PaymentGateway.RefundOrder;
import java.time.Instant;
import java.util.Map;

/** The kinds of work, as they are written down. */
final class Jobs {
  static final String REASON = "reason";

  private Jobs() {}

  /**
   * Ends a subscription at the provider. What waits for its approval is ended apart from what runs:
   * it may be approved after all.
   */
  static Job cancel(String subscription, boolean isApproved, String reason, Instant now) {
    String key = (isApproved ? "cancel:" : "withhold:") + subscription;
    return job(key, JobKind.CANCEL, subscription, now, Map.of(REASON, reason));
  }

  /** Gives money of a sale back; its request id is written down before it is first sent. */
  static Job refund(String subscription, RefundOrder order, Instant now) {
    return job(
        order.requestId(),
        JobKind.REFUND,
        subscription,
        now,
        Map.of(
            "saleId",
            order.saleId(),
            "amount",
            order.amount().amount(),
            "currency",
            order.amount().currency().getCurrencyCode(),
            REASON,
            order.reason()));
  }

  static RefundOrder order(Job refund) {
    Map<String, String> values = refund.values();
    return new RefundOrder(
        refund.key(),
        value(values, "saleId"),
        Money.of(value(values, "amount"), value(values, "currency")),
        value(values, REASON));
  }

  /** That a customer or an administrator was told; done with the transaction that adds it. */
  static Job notice(String key, String subscription, Instant now) {
    return new Job(key, JobKind.NOTICE, subscription, now, JobState.DONE, 1, Map.of(), "");
  }

  static Job done(Job job) {
    return changed(job, JobState.DONE, job.dueAt(), job.attempts() + 1, "");
  }

  static Job changed(Job job, JobState state, Instant dueAt, int attempts, String error) {
    return new Job(
        job.key(), job.kind(), job.subscription(), dueAt, state, attempts, job.values(), error);
  }

  static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the job says no " + name);
    }
    return value;
  }

  private static Job job(
      String key, JobKind kind, String subscription, Instant now, Map<String, String> values) {
    return new Job(key, kind, subscription, now, JobState.NEW, 0, values, "");
  }
}
