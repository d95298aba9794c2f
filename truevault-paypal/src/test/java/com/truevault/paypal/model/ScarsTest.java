package com.truevault.paypal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.paypal.testing.ChargeOutcome;
import com.truevault.paypal.testing.Disorder;
import com.truevault.paypal.testing.FakeSale;
import com.truevault.paypal.testing.Oddity;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What hurt others who took money by PayPal, one by one. */
class ScarsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final House house = new House(7, true);
  private final User kim = house.customer("kim");

  @Test
  void activeDoesNotMeanPaid() {
    house.fake.oddities(EnumSet.of(Oddity.OUTSTANDING_AT_ONCE));
    String id = subscribed();
    house.fake.buyer().always(id, ChargeOutcome.failed("PAYER_CANNOT_PAY"));
    house.advance(DAY.multipliedBy(34));

    assertEquals(ProviderStatus.ACTIVE, house.fake.subscription(id).status());
    assertTrue(house.fake.subscription(id).outstanding() > 0);
    assertEquals(BillingStatus.PAST_DUE, row().standing().status());
  }

  @Test
  void suspendedHasOneNextStepAndIsNoError() {
    String id = subscribed();
    house.fake.buyer().failNext(id, 3, "PAYER_CANNOT_PAY");
    house.advance(DAY.multipliedBy(41));

    assertEquals(ProviderStatus.SUSPENDED, house.fake.subscription(id).status());
    assertEquals(BillingStatus.SUSPENDED, row().standing().status());
    assertFalse(allowed());
    subscribed();
    assertTrue(allowed());
    assertEquals(1, live());
  }

  @Test
  void aThresholdOfNothingEndsHereAllTheSame() {
    String id = subscribed();
    house.fake.buyer().always(id, ChargeOutcome.failed("PAYER_CANNOT_PAY"));
    house.advance(DAY.multipliedBy(100));

    assertEquals(BillingStatus.ENDED, row().standing().status());
    assertEquals(EndReason.NONPAYMENT, row().standing().endReason());
    assertEquals(
        Instant.parse("2026-03-30T10:00:00Z"),
        house.vault().subscriptions().state(row()).endedAt());
    assertEquals(ProviderStatus.CANCELLED, house.fake.subscription(id).status());
  }

  @Test
  void paidDaysStayPaidDaysWhenTheRenewalIsCollectedLate() {
    String id = subscribed();
    house.fake.buyer().failNext(id, 2, "PAYER_CANNOT_PAY");
    house.advance(DAY.multipliedBy(39));

    assertEquals(2, house.fake.salesOf(id).size());
    assertEquals(Instant.parse("2026-03-31T10:00:00Z"), row().paidThrough());
    house.advance(DAY.multipliedBy(60));
    assertEquals(Instant.parse("2026-05-31T10:00:00Z"), row().paidThrough());
  }

  @Test
  void duplicatesSeventyMillisecondsApartAreOnePayment() {
    house.fake.oddities(EnumSet.of(Oddity.SALE_TOLD_TWICE));
    house.fake.disorder(new Disorder(0, 5, Duration.ZERO));
    String id = subscribed();
    house.advance(DAY);

    assertEquals(1, house.storage.payments().ofUser(kim.id()).size());
    assertEquals(1, house.storage.invoices().ofUser(kim.id()).size());
    assertEquals(2, house.storage.ledger().of(row().publicId()).size());
    assertNotNull(id);
  }

  @Test
  void theSameSaleUnderAnotherEventIdDaysLaterIsTheSamePayment() {
    house.fake.oddities(EnumSet.of(Oddity.HOLD_RELEASED));
    subscribed();
    house.advance(DAY.multipliedBy(3));

    assertEquals(1, house.storage.payments().ofUser(kim.id()).size());
    assertEquals(Instant.parse("2026-02-28T10:00:00Z"), row().paidThrough());
  }

  @Test
  void oneEventIdForTwoKindsOfEventsHidesNeither() {
    house.fake.oddities(EnumSet.of(Oddity.SHARED_EVENT_ID));
    String id = subscribed();
    house.fake.buyer().cancel(id);
    house.advance(HOUR);

    assertEquals(BillingStatus.CANCEL_SCHEDULED, row().standing().status());
    assertTrue(allowed());
  }

  @Test
  void createdAfterActivatedChangesNothing() {
    house.fake.oddities(EnumSet.of(Oddity.CREATED_AFTER_ACTIVATED, Oddity.MONTH_19));
    subscribed();
    house.advance(HOUR);
    assertEquals(BillingStatus.ACTIVE, row().standing().status());
  }

  @Test
  void approvalAloneGivesNothing() {
    Started started = start();
    String id = String.valueOf(started.subscription().gatewayId());
    house.fake.buyer().script(id, List.of(ChargeOutcome.failed("PAYER_CANNOT_PAY")));
    house.fake.buyer().approve(id);
    house.advance(HOUR);

    assertEquals(ProviderStatus.ACTIVE, house.fake.subscription(id).status());
    assertFalse(allowed());
    house.advance(DAY.multipliedBy(5).plus(HOUR));
    assertTrue(allowed());
  }

  @Test
  void aFailedRenewalMovesNoEndDate() {
    String id = subscribed();
    Instant before = row().paidThrough();
    house.fake.buyer().failNext(id, 1, "PAYER_CANNOT_PAY");
    house.advance(DAY.multipliedBy(29));
    assertEquals(before, row().paidThrough());
  }

  @Test
  void renewalDatesDoNotDriftInAYear() {
    subscribed();
    house.advance(DAY.multipliedBy(364));
    assertEquals(Instant.parse("2027-01-31T10:00:00Z"), row().paidThrough());
    assertEquals(12, house.storage.payments().ofUser(kim.id()).size());
  }

  @Test
  void oneFailureToldTwiceIsMailedOnce() {
    house.fake.oddities(EnumSet.of(Oddity.FAILURE_TOLD_TWICE, Oddity.RETRY_DATE));
    String id = subscribed();
    house.fake.buyer().failNext(id, 1, "PAYER_CANNOT_PAY");
    house.advance(DAY.multipliedBy(29));
    assertEquals(
        1,
        house.mails.mails().stream()
            .filter(mail -> mail.subject().contains("did not go through"))
            .count());
  }

  @Test
  void everyDeliveryLostIsMadeUpForByAsking() {
    house.fake.disorder(new Disorder(100, 1, Duration.ZERO));
    String id = subscribed();
    house.advance(DAY.multipliedBy(30));
    assertEquals(2, house.storage.payments().ofUser(kim.id()).size());
    house.fake.buyer().cancel(id);
    house.advance(DAY);
    assertEquals(BillingStatus.CANCEL_SCHEDULED, row().standing().status());
  }

  @Test
  void aRefundOfAnOldPaymentIsBooked() {
    String id = subscribed();
    FakeSale sale = house.fake.salesOf(id).get(0);
    house.advance(DAY.multipliedBy(60));
    house.fake.seller().refund(sale.id(), Money.of("3.00", "USD"));
    house.advance(HOUR);
    assertEquals(
        Money.of("3.00", "USD"), house.storage.payments().find(sale.id()).orElseThrow().repaid());
    assertEquals(BillingStatus.ACTIVE, row().standing().status());
  }

  @Test
  void aReversalThatDoesNotNameItsSaleEndsTheRightSubscription() {
    house.fake.oddities(EnumSet.of(Oddity.REVERSAL_WITHOUT_SALE, Oddity.ESCAPED_SLASHES));
    String id = subscribed();
    house.fake.seller().reverse(house.fake.salesOf(id).get(0).id());
    house.advance(DAY);
    assertEquals(EndReason.CHARGEBACK, row().standing().endReason());
    assertFalse(allowed());
    assertEquals(ProviderStatus.CANCELLED, house.fake.subscription(id).status());
  }

  @Test
  void whatWasApprovedTooLateIsEndedThereAndStaysOver() {
    Started started = start();
    String id = String.valueOf(started.subscription().gatewayId());
    house.advance(DAY.multipliedBy(5));
    assertEquals(EndReason.ABANDONED, row().standing().endReason());
    house.fake.buyer().approve(id);
    house.advance(DAY);
    assertEquals(ProviderStatus.CANCELLED, house.fake.subscription(id).status());
    assertEquals(EndReason.ABANDONED, row().standing().endReason());
    assertEquals(List.of(), new Accounts(house).breaches());
  }

  @Test
  void moneyForAChoiceThatWasReplacedIsBookedAllTheSame() {
    String first = String.valueOf(start().subscription().gatewayId());
    String second = String.valueOf(start().subscription().gatewayId());
    house.fake.buyer().approve(first);
    house.fake.buyer().approve(second);
    house.advance(DAY);
    assertEquals(1, live());
    assertEquals(
        1,
        house.fake.subscriptions().stream()
            .filter(one -> one.status() == ProviderStatus.ACTIVE)
            .count());
    assertEquals(List.of(), new Accounts(house).breaches());
  }

  @Test
  void aProcessThatEndsWhileOpeningLeavesNothingThatIsNeverDone() {
    house.crash.after(4);
    house.safely(this::start);
    assertEquals(1, house.crashes());
    house.advance(DAY.multipliedBy(10));
    assertTrue(
        house.rows().stream().allMatch(row -> row.standing().status() == BillingStatus.ENDED));
  }

  @Test
  void noTimeIsCarriedOverToWhatPayPalWasNeverToldOf() {
    subscribed();
    house.vault().subscriptions().cancel(kim, "enough");
    house.advance(DAY);
    house.crash.after(3);
    house.safely(() -> house.vault().subscriptions().resume(kim));
    assertEquals(1, house.crashes());
    assertTrue(house.rows().stream().anyMatch(row -> row.gatewayId() == null));
    house.advance(DAY.multipliedBy(10));
    assertEquals(BillingStatus.CANCEL_SCHEDULED, row().standing().status());
    assertTrue(allowed());
  }

  private Started start() {
    return house.vault().subscriptions().start(kim, Plan.PERSONAL, BillingCycle.MONTHLY);
  }

  private String subscribed() {
    String id = String.valueOf(start().subscription().gatewayId());
    assertTrue(house.fake.buyer().approve(id));
    house.advance(Duration.ofMinutes(10));
    return id;
  }

  private Subscription row() {
    return house.vault().subscriptions().current(kim).orElseThrow();
  }

  private boolean allowed() {
    return house.vault().entitlements().of(house.vault().users().require(kim.publicId())).allowed();
  }

  private long live() {
    return house.rows().stream().filter(row -> row.standing().status().isLive()).count();
  }
}
