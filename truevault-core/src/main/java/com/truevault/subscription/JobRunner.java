package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.PaymentGateway.RefundOrder;
import com.truevault.billing.Subscription;
import com.truevault.outbox.Effects;
import com.truevault.store.DataFile;
import com.truevault.subscription.Assessment.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Does at the provider what decisions left behind. What fails is tried again after 1, 5 and 15
 * minutes, 1, 6 and 24 hours; then a person has to look. Done twice is as good as done once. Safe
 * for use by many threads.
 */
final class JobRunner {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24));
  private static final int BATCH = 50;
  private static final int MAX_REASON = 120;
  private static final int MAX_ERROR = 500;

  private final BillingStores stores;
  private final PaymentGateway gateway;
  private final Reconciliation reconciliation;
  private final Desk desk;

  JobRunner(
      BillingStores stores, PaymentGateway gateway, Reconciliation reconciliation, Desk desk) {
    this.stores = stores;
    this.gateway = gateway;
    this.reconciliation = reconciliation;
    this.desk = desk;
  }

  /** Does what is due; returns how much was done. */
  int run() {
    Instant now = desk.effects().now();
    int done = 0;
    List<Job> due = stores.jobs().due(now, BATCH);
    while (!due.isEmpty()) {
      for (Job job : due) {
        done += attempt(job) ? 1 : 0;
      }
      due = stores.jobs().due(now, BATCH);
    }
    return done;
  }

  private boolean attempt(Job job) {
    try {
      work(job);
      Job done = Jobs.done(job);
      desk.effects().run(DataFile.BILLING, out -> stores.jobs().update(done, desk.now()));
      return true;
    } catch (RuntimeException failure) {
      failed(job, failure);
      return false;
    }
  }

  private void work(Job job) {
    switch (job.kind()) {
      case CANCEL -> cancel(job);
      case REFUND -> refund(job);
      case CHECK -> ask(job.subscription());
      case NOTICE -> {}
    }
  }

  /** Looks first, and believes the end only when it was seen. */
  private void cancel(Job job) {
    Subscription known = ask(job.subscription());
    String gatewayId = known.gatewayId();
    if (gatewayId == null || isOver(known)) {
      return;
    }
    boolean isWithheld = isUnapproved(known);
    try {
      gateway.cancel(gatewayId, reason(job));
    } catch (TrueVaultException refused) {
      if (refused.kind() == ErrorKind.UNAVAILABLE || !isWithheld) {
        throw refused;
      }
      return;
    }
    if (!isOver(ask(job.subscription())) && !isWithheld) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "still-running",
          "subscription " + job.subscription() + " still runs at the provider after its end");
    }
  }

  private void refund(Job job) {
    RefundOrder order = Jobs.order(job);
    try {
      Repayment repayment = gateway.refund(order);
      desk.effects()
          .run(
              DataFile.BILLING,
              out ->
                  desk.assessment()
                      .take(out, job.subscription(), News.of(News.GATEWAY, repayment)));
    } catch (TrueVaultException refused) {
      if (refused.kind() == ErrorKind.UNAVAILABLE || !isRepaid(job.subscription(), order)) {
        throw refused;
      }
    }
  }

  /** Somebody may have given all the money back at the provider by hand, however old the sale. */
  private boolean isRepaid(String subscription, RefundOrder order) {
    reconciliation.demand(subscription);
    return stores
        .books()
        .payments()
        .find(order.saleId())
        .filter(paid -> paid.repaid().equals(paid.amount()))
        .isPresent();
  }

  private Subscription ask(String subscription) {
    Outcome outcome = reconciliation.check(subscription);
    if (!outcome.isAnswered()) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE, "gateway-silent", "the payment provider does not answer");
    }
    return outcome.subscription();
  }

  private boolean isOver(Subscription row) {
    return desk.assessment().file(row).isFinalAtProvider();
  }

  private boolean isUnapproved(Subscription row) {
    return !Consequences.isApproved(desk.assessment().file(row));
  }

  private static String reason(Job job) {
    String reason = Jobs.value(job.values(), Jobs.REASON).replaceAll("[^\\x20-\\x7E]", "?").strip();
    String line = reason.isEmpty() ? "ended" : reason;
    return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) : line;
  }

  private void failed(Job job, RuntimeException failure) {
    String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    String error = text.length() > MAX_ERROR ? text.substring(0, MAX_ERROR) : text;
    Instant now = desk.now();
    boolean isDead = job.attempts() >= PAUSES.size();
    Job next =
        Jobs.changed(
            job,
            isDead ? JobState.DEAD : JobState.NEW,
            isDead ? now : now.plus(PAUSES.get(job.attempts())),
            job.attempts() + 1,
            error);
    desk.effects()
        .run(
            DataFile.BILLING,
            out -> {
              stores.jobs().update(next, now);
              if (isDead || isLate(job)) {
                desk.alerts()
                    .tell(
                        out,
                        job.subscription(),
                        job.key() + (isDead ? ":dead" : ":late"),
                        (isDead ? "given up: " : "not done for more than an hour: ")
                            + job.key()
                            + ", "
                            + error,
                        now);
              }
            });
  }

  /** More than an hour is too long for somebody who could still be charged. */
  private static boolean isLate(Job job) {
    return job.kind() == JobKind.CANCEL && job.attempts() >= 4;
  }

  /** What conclusions are drawn with. */
  record Desk(Assessment assessment, Alerts alerts, Effects effects) {
    Instant now() {
      return effects.now();
    }
  }
}
