package com.truevault.subscription;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStore;
import com.truevault.subscription.JobRunner.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be done about money from time to time: look at what is due, do the work that waits,
 * and once a night compare everything with the provider. Every call is safe to repeat. Safe for use
 * by many threads.
 */
public final class BillingRounds {
  private static final int BATCH = 100;

  private final SubscriptionStore store;
  private final Reconciliation reconciliation;
  private final JobRunner jobs;
  private final Nightly nightly;
  private final Desk desk;

  BillingRounds(
      SubscriptionStore store,
      Reconciliation reconciliation,
      JobRunner jobs,
      Nightly nightly,
      Desk desk) {
    this.store = store;
    this.reconciliation = reconciliation;
    this.jobs = jobs;
    this.nightly = nightly;
    this.desk = desk;
  }

  /**
   * One round; call every minute or so. What fails keeps nothing else from being done.
   *
   * @throws RuntimeException the first failure, when all was tried
   */
  public void run() {
    List<RuntimeException> failures = new ArrayList<>();
    attempt(this::lookAtDue, failures);
    attempt(jobs::run, failures);
    attempt(nightly::run, failures);
    if (!failures.isEmpty()) {
      RuntimeException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Compares everything with the provider now, as far as one round reaches; rounds go on. */
  public void compare() {
    nightly.begin();
    nightly.run();
  }

  /** Each at most once in a round, even if it stays due. */
  private void lookAtDue() {
    Instant now = desk.now();
    RuntimeException failed = null;
    Set<String> looked = new HashSet<>();
    List<Subscription> due = store.due(now, BATCH);
    while (due.stream().anyMatch(row -> !looked.contains(row.publicId()))) {
      for (Subscription row : due) {
        looked.add(row.publicId());
        try {
          look(row);
        } catch (RuntimeException failure) {
          failed = failure;
        }
        reconciliation.postpone(row.publicId(), now);
      }
      due = store.due(now, BATCH);
    }
    if (failed != null) {
      throw failed;
    }
  }

  private void look(Subscription row) {
    Dossier file = desk.assessment().file(row);
    if (Agenda.isSettled(file, desk.assessment().state(file))) {
      reconciliation.settle(row.publicId());
    } else {
      reconciliation.check(row.publicId());
    }
  }

  private static void attempt(Runnable step, List<RuntimeException> failures) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      failures.add(failure);
    }
  }
}
