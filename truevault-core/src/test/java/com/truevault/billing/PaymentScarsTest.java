package com.truevault.billing;

import static com.truevault.billing.Story.FAMILY;
import static com.truevault.billing.Story.dunning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere with subscriptions at PayPal, each as a story that ends well here. */
class PaymentScarsTest {
  private static final Instant START = Instant.parse("2027-01-31T10:00:00Z");
  private static final Instant RENEWAL = Instant.parse("2027-02-28T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2027-03-31T10:00:00Z");

  private static Instant day(int days) {
    return RENEWAL.plus(Duration.ofDays(days));
  }

  private static Fact.Snapshot snapshot(
      ProviderStatus status,
      Instant at,
      @Nullable Instant next,
      @Nullable Money outstanding,
      int failed) {
    return new Fact.Snapshot(
        Story.ID, status, at, FAMILY, "P-FAMILY-MONTHLY", START, next, outstanding, failed);
  }

  @Test
  void activeWithAnOutstandingBalanceIsNotPaid() {
    Story story =
        Story.paid(FAMILY, START)
            .add(snapshot(ProviderStatus.ACTIVE, day(0), day(5), FAMILY.price(), 0));

    BillingState unpaid = story.checkedAndAt(day(0));
    assertEquals(BillingStatus.PAST_DUE, unpaid.status());
    assertEquals(RENEWAL, dunning(unpaid).since());
    assertEquals(1, dunning(unpaid).attempts());
    assertEquals(BillingStatus.SUSPENDED, story.checkedAndAt(day(11)).status());
    assertEquals(EndReason.NONPAYMENT, story.checkedAndAt(day(30)).endReason());
  }

  @Test
  void aThresholdOfZeroGivesNobodyYearsForNothing() {
    Story story = Story.paid(FAMILY, START);
    for (int month = 1; month <= 12; month++) {
      Instant due = FAMILY.cycle().after(START, month);
      story.failed(due);
      story.add(
          snapshot(
              ProviderStatus.ACTIVE,
              due,
              FAMILY.cycle().after(START, month + 1),
              FAMILY.price().times(month),
              month));
    }

    BillingState end = story.checkedAndAt(day(330));
    assertEquals(EndReason.NONPAYMENT, end.endReason());
    assertEquals(day(30), end.endedAt());
  }

  @Test
  void aFailedRenewalThatIsPaidLaterMovesNoDate() {
    Story story = Story.paid(FAMILY, START).failed(day(0)).failed(day(5));

    assertEquals(day(11), dunning(story.at(day(5))).graceUntil());
    BillingState back = story.sale("sale-1", day(10)).at(day(10));
    assertEquals(BillingStatus.ACTIVE, back.status());
    assertEquals(SECOND, back.paidThrough());
    assertNull(back.dunning());
  }

  @Test
  void suspendedAtTheProviderEndsNoAccessBeforeGraceDoes() {
    Story story =
        Story.paid(FAMILY, START)
            .failed(day(0))
            .add(snapshot(ProviderStatus.SUSPENDED, day(1), null, FAMILY.price(), 1));

    BillingState exhausted = story.checkedAndAt(day(1));
    assertEquals(BillingStatus.PAST_DUE, exhausted.status());
    assertTrue(dunning(exhausted).retriesExhausted());
    assertNull(dunning(exhausted).nextRetry());
    assertEquals(BillingStatus.SUSPENDED, story.checkedAndAt(day(11)).status());
  }

  @Test
  void pausedInPaidTimeKeepsItAndThenCountsAsUnpaid() {
    Story story =
        Story.paid(FAMILY, START)
            .add(snapshot(ProviderStatus.SUSPENDED, START.plusSeconds(60), null, null, 0));

    assertEquals(BillingStatus.ACTIVE, story.checkedAndAt(day(-1)).status());
    assertEquals(BillingStatus.PAST_DUE, story.checkedAndAt(day(0)).status());
  }

  @Test
  void daysBetweenTriesAreNotGivenAwayOnTopOfTheMonth() {
    Story story = Story.paid(FAMILY, START);
    Instant renewal = RENEWAL;
    for (int month = 1; month <= 6; month++) {
      story.failed(renewal).sale("sale-" + month, renewal.plus(Duration.ofDays(10)));
      renewal = FAMILY.cycle().after(START, month + 1);
    }

    assertEquals(renewal, story.at(renewal.minusSeconds(1)).paidThrough());
  }

  @Test
  void datesThatMovedAfterAPauseLeaveNobodyUnpaid() {
    Instant resumed = day(20);
    Instant next = resumed.plus(Duration.ofDays(30));
    Story story =
        Story.paid(FAMILY, START)
            .sale("sale-1", resumed)
            .add(snapshot(ProviderStatus.ACTIVE, resumed, next, null, 0));

    BillingState active = story.checkedAndAt(next.minusSeconds(1));
    assertEquals(BillingStatus.ACTIVE, active.status());
    assertEquals(next, active.paidThrough());
  }

  @Test
  void oneSaleUnderManyEventsIsOnePeriod() {
    Story story =
        Story.paid(FAMILY, START)
            .sale("sale-1", SaleState.PENDING, FAMILY.price(), RENEWAL)
            .sale("sale-1", RENEWAL.plusMillis(70))
            .sale("sale-1", RENEWAL.plusMillis(70));

    BillingState state = story.at(day(3));
    assertEquals(SECOND, state.paidThrough());
    assertTrue(state.flags().isEmpty());
  }

  @Test
  void aSecondChargeOnTheSameDayAddsTimeAndIsLookedAt() {
    Story story = Story.paid(FAMILY, START).sale("sale-1", START.plusSeconds(1));

    BillingState state = story.at(START.plusSeconds(2));
    assertEquals(SECOND, state.paidThrough());
    assertTrue(state.flags().contains(BillingFlag.REVIEW));
    assertEquals("second-charge:sale-1", state.doubts().get(0).about());

    BillingState repaid = story.refund("sale-1", "14.99", day(-10)).at(day(-10));
    assertEquals(BillingStatus.ACTIVE, repaid.status());
    assertEquals(RENEWAL, repaid.paidThrough());
    assertFalse(repaid.flags().contains(BillingFlag.REVIEW));
  }

  @Test
  void twoReportsOfOneFailureAreOneTry() {
    Story story =
        Story.paid(FAMILY, START)
            .failed(day(0))
            .failed(day(0).plusSeconds(2))
            .sale("sale-1", SaleState.DENIED, FAMILY.price(), day(0).plusSeconds(9));

    assertEquals(1, dunning(story.at(day(1))).attempts());
    assertEquals(2, dunning(story.failed(day(5)).at(day(5))).attempts());
    assertEquals(day(10), dunning(story.at(day(5))).nextRetry());
  }

  @Test
  void aFailureReportedSecondsAfterThePaymentOfTheSameTryIsStale() {
    Story story = Story.paid(FAMILY, START).sale("sale-1", RENEWAL).failed(RENEWAL.plusSeconds(5));

    assertEquals(BillingStatus.ACTIVE, story.at(day(1)).status());
  }

  @Test
  void accessIsNotGivenBeforeMoneyCame() {
    Story story =
        Story.opened(FAMILY, START)
            .shown(ProviderStatus.ACTIVE, START)
            .sale("sale-0", SaleState.PENDING, FAMILY.price(), START);

    assertEquals(BillingStatus.PENDING, story.checkedAndAt(START.plusSeconds(60)).status());
    assertEquals(BillingStatus.PENDING, story.checkedAndAt(START.plusSeconds(500_000)).status());
    assertEquals(
        BillingStatus.ACTIVE,
        story.sale("sale-0", START.plusSeconds(400_000)).at(START.plusSeconds(500_000)).status());
  }

  @Test
  void anUnknownWordChangesNothingAndIsLookedAt() {
    Story story =
        Story.paid(FAMILY, START)
            .sale("sale-1", RENEWAL)
            .shown(ProviderStatus.UNKNOWN, day(1), FAMILY, null);

    BillingState state = story.at(day(2));
    assertEquals(BillingStatus.ACTIVE, state.status());
    assertTrue(state.flags().contains(BillingFlag.REVIEW));
  }
}
