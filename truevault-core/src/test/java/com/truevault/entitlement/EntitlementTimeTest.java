package com.truevault.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Money;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.entitlement.Entitlement.Facts;
import com.truevault.entitlement.Entitlement.Policy;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.Role;
import com.truevault.user.User;
import com.truevault.user.UserFixture;
import com.truevault.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever remembers an entitlement has to ask again when it says so, and no sooner. */
class EntitlementTimeTest {
  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  private static final Policy POLICY =
      new Policy(Map.of(Plan.PERSONAL, 3, Plan.FAMILY, 10), Duration.ofHours(36));
  private static final Duration YEARS = Duration.ofDays(1000);

  @Test
  void isTheSameUntilTheMomentThatItNamesAndAnotherFromThenOn() {
    Random random = new Random(20260315);
    int changing = 0;
    for (int round = 0; round < 5000; round++) {
      Facts facts = facts(random);
      Entitlement entitlement = Entitlement.of(facts, POLICY, NOW);
      Instant changesAt = entitlement.changesAt();
      Instant end = changesAt == null ? NOW.plus(YEARS) : changesAt;
      assertTrue(end.isAfter(NOW), facts.toString());
      for (Instant before : between(random, end)) {
        assertEquals(entitlement, Entitlement.of(facts, POLICY, before), facts + " at " + before);
      }
      if (changesAt != null) {
        changing++;
        assertNotEquals(entitlement.reasons(), Entitlement.of(facts, POLICY, changesAt).reasons());
      }
    }
    assertTrue(changing > 300, "only " + changing);
  }

  private static Instant[] between(Random random, Instant end) {
    long millis = Duration.between(NOW, end).toMillis();
    return new Instant[] {
      end.minusMillis(1),
      NOW.plusMillis((long) (random.nextDouble() * (millis - 1))),
      NOW.plusMillis((long) (random.nextDouble() * (millis - 1)))
    };
  }

  private static Facts facts(Random random) {
    User user =
        new User(
            new UserId(7),
            "public-id-of-kim",
            EmailAddress.of("kim@example.com"),
            new User.Name("Kim", ""),
            Role.CUSTOMER,
            UserFixture.NEWCOMER,
            random.nextBoolean(),
            random.nextInt(5) == 0 ? "spam" : null,
            NOW,
            null,
            random.nextInt(5) == 0 ? NOW.plus(Duration.ofDays(random.nextInt(7))) : null);
    return new Facts(
        user, random.nextBoolean(), random.nextInt(4) == 0, subscription(random, user.id()));
  }

  private static @Nullable Subscription subscription(Random random, UserId user) {
    SubscriptionStatus[] all = SubscriptionStatus.values();
    Instant paid = NOW.plus(Duration.ofMinutes(random.nextInt(10_000) - 5000));
    return random.nextInt(8) == 0
        ? null
        : new Subscription(
            "subscription-one",
            user,
            "SIM-1",
            Plan.FAMILY,
            Money.of("14.99", "USD"),
            BillingCycle.MONTHLY,
            all[random.nextInt(all.length)],
            NOW,
            random.nextInt(6) == 0 ? null : paid,
            null,
            "",
            random.nextInt(3) == 0 ? Standing.NEW : standing(random));
  }

  private static Standing standing(Random random) {
    Instant grace = NOW.plus(Duration.ofMinutes(random.nextInt(10_000) - 5000));
    return new Standing(
        BillingStatus.ACTIVE,
        null,
        NOW,
        grace,
        "SALE-1",
        NOW,
        random.nextInt(4) == 0,
        false,
        null,
        null,
        null,
        null);
  }
}
