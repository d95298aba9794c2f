package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.billing.Fact;
import com.truevault.billing.FactStore;
import com.truevault.billing.Standing;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.migration.Scripts;
import com.truevault.store.DataFile;
import com.truevault.testing.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subscriptions from before facts were kept lose nothing of what was paid. */
class BillingUpgradeTest {
  private static final int BEFORE_FACTS = 2;
  private static final Instant START = Instant.parse("2026-01-10T08:00:00.123Z");
  private static final Instant PAID_THROUGH = Instant.parse("2026-02-10T08:00:00.123Z");
  private static final Instant CANCELLED = Instant.parse("2026-01-20T09:00:00.456Z");
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void carriesOverWhatIsPaid() {
    try (SqliteStorage storage = upgraded()) {
      Fact carried = new Fact.Carried("subscription-live", START, PAID_THROUGH);

      assertEquals(
          List.of(new FactStore.Recorded(carried, START)), storage.facts().of("subscription-live"));
      assertEquals(List.of(), storage.facts().add("subscription-live", List.of(carried), NOW));
      assertEquals("ACTIVE null " + START, standing(storage, "subscription-live"));
    }
  }

  @Test
  void remembersWhoAskedToEnd() {
    try (SqliteStorage storage = upgraded()) {
      assertEquals(
          List.of(
              new Fact.Carried("subscription-leaving", START, PAID_THROUGH),
              new Fact.CancelAsked("subscription-leaving", CANCELLED, "it's \"dear\"")),
          storage.facts().of("subscription-leaving").stream()
              .map(FactStore.Recorded::fact)
              .toList());
      assertEquals("CANCEL_SCHEDULED null " + START, standing(storage, "subscription-leaving"));
    }
  }

  @Test
  void tellsWhatIsOverFromWhatIsNot() {
    try (SqliteStorage storage = upgraded()) {
      assertEquals("ENDED CANCELLED null", standing(storage, "subscription-left"));
      assertEquals("ENDED ABANDONED null", standing(storage, "subscription-declined"));
      assertEquals("ENDED EXPIRED null", standing(storage, "subscription-over"));
      assertEquals("PENDING null " + START, standing(storage, "subscription-new"));
      assertEquals("PAST_DUE null " + START, standing(storage, "subscription-grace"));
      assertEquals("SUSPENDED null " + START, standing(storage, "subscription-off"));
      assertEquals(List.of(), storage.facts().of("subscription-new"));
    }
  }

  @Test
  void looksAtEverythingThatIsNotOverAtOnce() {
    try (SqliteStorage storage = upgraded()) {
      assertEquals(5, storage.subscriptions().due(NOW, 9).size());
    }
  }

  private SqliteStorage upgraded() {
    SqliteConfig config = SqliteConfig.of(folder).withClock(new SettableClock(NOW));
    try (SqliteStorage earlier = SqliteStorage.open(config, Scripts.bundled().upTo(BEFORE_FACTS))) {
      add(earlier, 1, "live", "active", PAID_THROUGH, null);
      add(earlier, 2, "leaving", "cancelled", PAID_THROUGH, CANCELLED);
      add(earlier, 3, "left", "cancelled", CANCELLED, CANCELLED);
      add(earlier, 4, "declined", "expired", null, null);
      add(earlier, 5, "over", "expired", CANCELLED, null);
      add(earlier, 6, "new", "pending", null, null);
      add(earlier, 7, "grace", "grace_period", CANCELLED, null);
      add(earlier, 8, "off", "suspended", CANCELLED, null);
    }
    return SqliteStorage.open(config);
  }

  private static void add(
      SqliteStorage storage,
      int user,
      String name,
      String status,
      @Nullable Instant paidThrough,
      @Nullable Instant cancelled) {
    storage
        .files()
        .get(DataFile.BILLING)
        .update(
            """
            insert into subscriptions
              (user_id, public_id, plan_name, plan_price_minor, status, start_date, paid_through,
               cancelled_date, cancellation_reason, created_at, updated_at)
            values
              (:user, :public_id, 'personal', 999, :status, :start, :paid_through, :cancelled,
               :reason, :start, :start)
            """,
            Parameters.bind("user", user)
                .and("public_id", "subscription-" + name)
                .and("status", status)
                .and("start", START)
                .and("paid_through", paidThrough)
                .and("cancelled", cancelled)
                .and("reason", "it's \"dear\""));
  }

  private static String standing(SqliteStorage storage, String publicId) {
    Standing standing = storage.subscriptions().find(publicId).orElseThrow().standing();
    return standing.status() + " " + standing.endReason() + " " + standing.dueAt();
  }
}
