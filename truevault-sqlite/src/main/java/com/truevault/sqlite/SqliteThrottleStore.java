package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.ThrottleStore;
import java.time.Instant;
import java.util.Optional;

final class SqliteThrottleStore implements ThrottleStore {
  private final SqliteFile users;

  SqliteThrottleStore(SqliteFile users) {
    this.users = users;
  }

  @Override
  public Optional<Attempts> find(String key) {
    return users.find(
        """
        select failures, last_failure_at, blocked_until
          from throttles
         where throttle_key = :key
        """,
        bind("key", key),
        SqliteThrottleStore::toAttempts);
  }

  @Override
  public void put(String key, Attempts attempts) {
    users.update(
        """
        insert into throttles (throttle_key, failures, last_failure_at, blocked_until)
        values (:key, :failures, :last_failure_at, :blocked_until)
            on conflict (throttle_key) do update
           set failures = excluded.failures,
               last_failure_at = excluded.last_failure_at,
               blocked_until = excluded.blocked_until
        """,
        bind("key", key)
            .and("failures", attempts.failures())
            .and("last_failure_at", attempts.lastFailureAt())
            .and("blocked_until", attempts.blockedUntil()));
  }

  @Override
  public void remove(String key) {
    users.update("delete from throttles where throttle_key = :key", bind("key", key));
  }

  @Override
  public int removeBefore(Instant moment) {
    return users.update(
        "delete from throttles where last_failure_at < :moment", bind("moment", moment));
  }

  private static Attempts toAttempts(Row row) {
    return new Attempts(
        row.integer("failures"), row.instant("last_failure_at"), row.instant("blocked_until"));
  }
}
