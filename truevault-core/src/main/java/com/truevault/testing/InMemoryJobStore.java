package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.subscription.Job;
import com.truevault.subscription.JobState;
import com.truevault.subscription.JobStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryJobStore implements JobStore {
  private final InMemoryTransactions transactions;
  private final InMemorySubscriptionStore subscriptions;
  private final InMemoryTable<Job> rows;

  InMemoryJobStore(InMemoryTransactions transactions, InMemorySubscriptionStore subscriptions) {
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public boolean add(Job job, Instant now) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          subscriptions.require(job.subscription());
          boolean isNew = find(job.key()).isEmpty();
          if (isNew) {
            rows.add(job);
          }
          return isNew;
        });
  }

  @Override
  public Optional<Job> find(String key) {
    return rows.first(row -> row.key().equals(key));
  }

  @Override
  public List<Job> due(Instant now, int limit) {
    return rows.all()
        .filter(row -> row.state() == JobState.NEW && !row.dueAt().isAfter(now))
        .sorted(Comparator.comparing(Job::dueAt))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Job> dead() {
    return rows.all().filter(row -> row.state() == JobState.DEAD).toList();
  }

  @Override
  public List<Job> of(String subscription) {
    return rows.all().filter(row -> row.subscription().equals(subscription)).toList();
  }

  @Override
  public void update(Job job, Instant now) {
    rows.change(row -> row.key().equals(job.key()), row -> job);
  }
}
