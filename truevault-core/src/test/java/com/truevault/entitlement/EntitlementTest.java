package com.truevault.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
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
import com.truevault.user.User.Membership;
import com.truevault.user.UserFixture;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntitlementTest {
  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  private static final Policy POLICY =
      new Policy(Map.of(Plan.PERSONAL, 3, Plan.FAMILY, 10, Plan.BUSINESS, 50), Duration.ofDays(10));
  private static final User KIM =
      new User(
          new UserId(7),
          "public-id-of-kim",
          EmailAddress.of("kim@example.com"),
          new User.Name("Kim", ""),
          Role.CUSTOMER,
          UserFixture.NEWCOMER,
          true,
          null,
          NOW,
          null,
          null);

  private static Subscription subscription(SubscriptionStatus status, @Nullable Instant paid) {
    return new Subscription(
        "subscription-one",
        KIM.id(),
        "SIM-1",
        Plan.FAMILY,
        Money.of("14.99", "USD"),
        BillingCycle.MONTHLY,
        status,
        NOW,
        paid,
        null,
        "",
        Standing.NEW);
  }

  private static Entitlement of(User user, boolean vip, @Nullable Subscription subscription) {
    return Entitlement.of(new Facts(user, true, vip, subscription), POLICY, NOW);
  }

  /** Minutes say how long from now the subscription is paid; none if it never was. */
  @ParameterizedTest
  @CsvSource({
    "PENDING,         , false, approval-pending",
    "PENDING,       60, false, approval-pending",
    "ACTIVE,     43200, true,  access-active",
    "ACTIVE,         1, true,  access-active",
    "ACTIVE,        -1, true,  access-active",
    "ACTIVE,    -14399, true,  access-active",
    "ACTIVE,    -14400, false, renewal-missing",
    "ACTIVE,    -43200, false, renewal-missing",
    "ACTIVE,          , false, renewal-missing",
    "GRACE_PERIOD,  60, true,  renewal-failed",
    "GRACE_PERIOD,-15840, true, renewal-failed",
    "SUSPENDED,     60, false, payment-missing",
    "SUSPENDED,-15840, false, payment-missing",
    "CANCELLED,      1, true,  cancelled-paid-through",
    "CANCELLED,      0, false, subscription-ended",
    "CANCELLED,     -1, false, subscription-ended",
    "CANCELLED,       , false, subscription-ended",
    "EXPIRED,       60, false, subscription-ended",
    "EXPIRED,         , false, subscription-ended"
  })
  void followsFromTheSubscriptionAndTheTime(
      SubscriptionStatus status, @Nullable Long minutes, boolean allowed, String reason) {
    Instant paid = minutes == null ? null : NOW.plus(Duration.ofMinutes(minutes));
    Subscription subscription = subscription(status, paid);

    Entitlement entitlement = of(KIM, false, subscription);
    assertEquals(allowed, entitlement.allowed());
    assertEquals(reason, entitlement.reasons().get(0).code());
    assertEquals(1, entitlement.reasons().size());
    assertEquals(allowed ? Plan.FAMILY : null, entitlement.plan());
    assertEquals(10, entitlement.deviceLimit());
    assertFalse(entitlement.seesVipServers());

    assertVip(of(KIM, true, subscription));
    assertShutOut(of(KIM.blocked("spam"), false, subscription), "blocked");
    assertShutOut(of(KIM.blocked("spam"), true, subscription), "blocked");
    assertShutOut(of(erased(KIM), false, subscription), "user-deleted");
    assertShutOut(of(erased(KIM), true, subscription), "user-deleted");
  }

  @Test
  void refusesWhoNeverSubscribed() {
    Entitlement entitlement = of(KIM, false, null);

    assertFalse(entitlement.allowed());
    assertEquals("never-subscribed", entitlement.reasons().get(0).code());
    assertEquals(0, entitlement.deviceLimit());
    assertVip(of(KIM, true, null));
  }

  @Test
  void saysThatAPlannedDeletionIsComing() {
    Entitlement leaving = of(KIM.leaving(NOW.plus(Duration.ofDays(7))), true, null);

    assertTrue(leaving.allowed());
    assertEquals(
        "Your data will be deleted on 22 March 2026. You can still change your mind on your"
            + " profile.",
        leaving.reasons().get(1).text());
  }

  @Test
  void saysUntilWhenInWords() {
    Instant paid = Instant.parse("2026-03-31T23:59:59Z");

    assertEquals(
        "Your subscription is cancelled; your access stays active until 31 March 2026.",
        of(KIM, false, subscription(SubscriptionStatus.CANCELLED, paid)).summary());
  }

  @ParameterizedTest
  @EnumSource(SubscriptionStatus.class)
  void tellsCustomersNeitherEvidenceNorWhoIsAVip(SubscriptionStatus status) {
    for (boolean vip : new boolean[] {false, true}) {
      for (User user : new User[] {KIM, KIM.blocked("spammer"), erased(KIM)}) {
        for (Reason reason : of(user, vip, subscription(status, NOW)).reasons()) {
          assertFalse(reason.text().toLowerCase(Locale.ROOT).contains("vip"), reason.text());
          assertFalse(reason.text().contains("spammer"), reason.text());
          assertFalse(reason.text().contains("subscription-one"), reason.text());
          assertFalse(reason.evidence().isEmpty(), reason.code());
        }
      }
    }
  }

  private static void assertVip(Entitlement entitlement) {
    assertTrue(entitlement.allowed());
    assertEquals("access-active", entitlement.reasons().get(0).code());
    assertEquals(Entitlement.VIP_LIMIT, entitlement.deviceLimit());
    assertEquals(Plan.BUSINESS, entitlement.plan());
    assertTrue(entitlement.seesVipServers());
  }

  private static void assertShutOut(Entitlement entitlement, String reason) {
    assertFalse(entitlement.allowed());
    assertFalse(entitlement.seesVipServers());
    assertEquals(reason, entitlement.reasons().get(0).code());
  }

  private static User erased(User user) {
    return user.with(new Membership(false, Plan.PERSONAL, UserStatus.DELETED, 0));
  }
}
