package com.truevault.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
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
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why somebody may connect, or not, told with the payment, the dates and the rule. */
class StandingReasonsTest {
  private static final Instant PAID_AT = Instant.parse("2026-02-10T10:00:00Z");
  private static final Instant PAID_THROUGH = Instant.parse("2026-03-10T10:00:00Z");
  private static final Instant GRACE_UNTIL = Instant.parse("2026-03-21T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
  private static final Policy POLICY = new Policy(Map.of(Plan.FAMILY, 10), Duration.ofDays(15));
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

  private static Entitlement of(
      SubscriptionStatus status, @Nullable EndReason end, boolean blocked, Instant now) {
    boolean unpaid =
        status == SubscriptionStatus.GRACE_PERIOD || status == SubscriptionStatus.SUSPENDED;
    Standing standing =
        new Standing(
            BillingStatus.ACTIVE,
            end,
            unpaid ? PAID_THROUGH : null,
            unpaid ? GRACE_UNTIL : null,
            "SALE-1",
            PAID_AT,
            blocked,
            false,
            null,
            null,
            NOW,
            null);
    Subscription subscription =
        new Subscription(
            "subscription-one",
            KIM.id(),
            "SIM-1",
            Plan.FAMILY,
            Money.of("14.99", "USD"),
            BillingCycle.MONTHLY,
            status,
            PAID_AT,
            PAID_THROUGH,
            null,
            "",
            standing);
    return Entitlement.of(new Facts(KIM, true, false, subscription), POLICY, now);
  }

  @Test
  void graceIsToldWithItsEndAndWithoutOnceThatHasPassed() {
    Entitlement grace = of(SubscriptionStatus.GRACE_PERIOD, null, false, NOW);

    assertTrue(grace.allowed());
    assertEquals(
        "A renewal failed and will be tried again. Your access stays active until 21 March 2026.",
        grace.summary());
    assertEquals(
        "subscription subscription-one GRACE_PERIOD, payment SALE-1 of 2026-02-10T10:00:00Z, paid"
            + " through 2026-03-10T10:00:00Z, unpaid since 2026-03-10T10:00:00Z, grace until"
            + " 2026-03-21T10:00:00Z; a failed renewal leaves grace",
        grace.reasons().get(0).evidence());
    assertEquals(GRACE_UNTIL, grace.changesAt());

    // Time alone takes nothing away: the provider is asked first, and then the row changes.
    Entitlement unasked = of(SubscriptionStatus.GRACE_PERIOD, null, false, GRACE_UNTIL);
    assertTrue(unasked.allowed());
    assertFalse(unasked.summary().contains("March"), unasked.summary());
  }

  @Test
  void suspensionNamesTheDateThatWasNotPaid() {
    Entitlement suspended = of(SubscriptionStatus.SUSPENDED, null, false, NOW);

    assertFalse(suspended.allowed());
    assertEquals(
        "Your access is off because the payment due on 10 March 2026 is missing. Pay, and"
            + " everything is back as it was.",
        suspended.summary());
  }

  @Test
  void anActiveSubscriptionIsBelievedUntilAllPatienceIsOver() {
    Entitlement active = of(SubscriptionStatus.ACTIVE, null, false, NOW);

    assertTrue(active.allowed());
    assertEquals(PAID_THROUGH.plus(Duration.ofDays(15)), active.changesAt());
    assertTrue(active.reasons().get(0).evidence().contains("payment SALE-1 of 2026-02-10"));
  }

  @ParameterizedTest
  @EnumSource(
      value = SubscriptionStatus.class,
      names = {"ACTIVE", "GRACE_PERIOD"})
  void aDisputedPaymentSwitchesOffWithAReasonOfItsOwn(SubscriptionStatus status) {
    Entitlement disputed = of(status, null, true, NOW);

    assertFalse(disputed.allowed());
    assertEquals("payment-disputed", disputed.reasons().get(0).code());
    assertEquals(1, disputed.reasons().size());
    assertEquals(
        "payment-missing",
        of(SubscriptionStatus.SUSPENDED, null, true, NOW).reasons().get(0).code());
  }

  @Test
  void everyEndHasWordsOfItsOwn() {
    Set<String> texts = new HashSet<>();
    for (EndReason reason : EndReason.values()) {
      Entitlement ended = of(SubscriptionStatus.EXPIRED, reason, false, NOW);
      boolean usual = reason == EndReason.CANCELLED || reason == EndReason.EXPIRED;
      String code = ended.reasons().get(0).code();
      assertFalse(ended.allowed());
      assertEquals(
          usual ? "subscription-ended" : "ended-" + reason.name().toLowerCase(Locale.ROOT), code);
      texts.add(ended.summary());
    }
    assertEquals(EndReason.values().length - 1, texts.size());
  }
}
