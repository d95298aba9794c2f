package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.subscription.Job;
import com.truevault.subscription.JobKind;
import com.truevault.subscription.JobState;
import com.truevault.subscription.JobStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteJobStore implements JobStore {
  private final SqliteFile billing;

  SqliteJobStore(SqliteFile billing) {
    this.billing = billing;
  }

  @Override
  public boolean add(Job job, Instant now) {
    return billing.update(
            """
            insert into billing_jobs
              (job_key, kind, subscription_id, due_at, state, attempts, details, last_error,
               created_at, updated_at)
            values
              (:key, :kind, (select id from subscriptions where public_id = :subscription), :due_at,
               :state, :attempts, :details, substr(:last_error, 1, 2000), :now, :now)
                on conflict (job_key) do nothing
            """,
            changing(job, now).and("kind", job.kind()).and("subscription", job.subscription()))
        > 0;
  }

  @Override
  public Optional<Job> find(String key) {
    return billing.find(
        """
        select j.*, s.public_id as subscription
          from billing_jobs j
          join subscriptions s on s.id = j.subscription_id
         where j.job_key = :key
        """,
        bind("key", key),
        SqliteJobStore::toJob);
  }

  @Override
  public List<Job> due(Instant now, int limit) {
    return billing.query(
        """
        select j.*, s.public_id as subscription
          from billing_jobs j
          join subscriptions s on s.id = j.subscription_id
         where j.state = 'new' and j.due_at <= :now
         order by j.due_at, j.id
         limit :limit
        """,
        bind("now", now).and("limit", limit),
        SqliteJobStore::toJob);
  }

  @Override
  public List<Job> dead() {
    return billing.query(
        """
        select j.*, s.public_id as subscription
          from billing_jobs j
          join subscriptions s on s.id = j.subscription_id
         where j.state = 'dead'
         order by j.id
        """,
        Parameters.none(),
        SqliteJobStore::toJob);
  }

  @Override
  public List<Job> of(String subscription) {
    return billing.query(
        """
        select j.*, s.public_id as subscription
          from billing_jobs j
          join subscriptions s on s.id = j.subscription_id
         where s.public_id = :subscription
         order by j.id
        """,
        bind("subscription", subscription),
        SqliteJobStore::toJob);
  }

  @Override
  public void update(Job job, Instant now) {
    billing.update(
        """
        update billing_jobs
           set due_at = :due_at,
               state = :state,
               attempts = :attempts,
               details = :details,
               last_error = substr(:last_error, 1, 2000),
               updated_at = :now
         where job_key = :key
        """,
        changing(job, now));
  }

  private static Parameters changing(Job job, Instant now) {
    return bind("key", job.key())
        .and("due_at", job.dueAt())
        .and("state", job.state())
        .and("attempts", job.attempts())
        .and("details", FlatJson.write(job.values()))
        .and("last_error", job.lastError())
        .and("now", now);
  }

  private static Job toJob(Row row) {
    return new Job(
        row.text("job_key"),
        row.constant("kind", JobKind.class),
        row.text("subscription"),
        row.instant("due_at"),
        row.constant("state", JobState.class),
        row.integer("attempts"),
        FlatJson.read(row.text("details")),
        row.text("last_error"));
  }
}
