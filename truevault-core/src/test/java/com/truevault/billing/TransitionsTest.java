package com.truevault.billing;

import static com.truevault.billing.Story.BUSINESS;
import static com.truevault.billing.Story.FAMILY;
import static com.truevault.billing.Story.PERSONAL;
import static com.truevault.billing.Story.dunning;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.SaleState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step from one state to another, wherever the customer lives. */
class TransitionsTest {
  private static final LocalDateTime LOCAL = LocalDateTime.parse("2027-01-31T10:00");

  /** A subscription that was paid at ten by the clock of a zone, and its two next renewals. */
  record Place(String zone, Instant start, Instant renewal, Instant second) {
    static Place of(String zone) {
      Instant start = LOCAL.atZone(ZoneId.of(zone)).toInstant();
      return new Place(zone, start, FAMILY.cycle().after(start), FAMILY.cycle().after(start, 2));
    }

    Story paid() {
      return Story.paid(FAMILY, start);
    }

    Instant day(int days) {
      return renewal.plus(Duration.ofDays(days));
    }

    @Override
    public String toString() {
      return zone;
    }
  }

  static Stream<Place> places() {
    return Zones.ALL.stream().map(Place::of);
  }

  private static void assertEnded(EndReason reason, Instant at, BillingState state) {
    assertEquals(BillingStatus.ENDED, state.status());
    assertEquals(reason, state.endReason());
    assertEquals(at, state.endedAt());
    assertNull(state.changesAt());
  }

  @ParameterizedTest
  @MethodSource("places")
  void cancellingKeepsWhatIsPaid(Place at) {
    Story story = at.paid().cancelAsked(at.day(-20)).shown(ProviderStatus.CANCELLED, at.day(-20));

    BillingState cancelled = story.at(at.day(-1));
    assertEquals(BillingStatus.CANCEL_SCHEDULED, cancelled.status());
    assertEquals(SubscriptionStatus.CANCELLED, cancelled.subscriptionStatus());
    assertEquals(at.renewal(), cancelled.changesAt());
    assertEnded(EndReason.CANCELLED, at.renewal(), story.at(at.renewal()));
    assertEquals(SubscriptionStatus.CANCELLED, story.at(at.renewal()).subscriptionStatus());
  }

  @ParameterizedTest
  @MethodSource("places")
  void cancellingInGraceEndsAtOnce(Place at) {
    Story story = at.paid().failed(at.day(0)).shown(ProviderStatus.CANCELLED, at.day(3));

    assertEnded(EndReason.CANCELLED, at.day(3), story.at(at.day(3)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aFullRefundOfTheCurrentPeriodEndsItAndAPartialOneDoesNot(Place at) {
    Story story = at.paid().refund("sale-0", "5.00", at.day(-20));
    assertEquals(BillingStatus.ACTIVE, story.at(at.day(-19)).status());

    story.refund("sale-0", "9.99", at.day(-10));
    assertEnded(EndReason.REFUNDED, at.day(-10), story.at(at.day(-9)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aRefundOfAnEarlierPeriodEndsNothing(Place at) {
    Story story = at.paid().sale("sale-1", at.day(0)).refund("sale-0", "14.99", at.day(3));

    BillingState state = story.at(at.day(4));
    assertEquals(BillingStatus.ACTIVE, state.status());
    assertEquals(at.second(), state.paidThrough());
  }

  @ParameterizedTest
  @MethodSource("places")
  void withdrawingEndsAtOnceAndTheRefundDoesNotChangeThat(Place at) {
    Story story = at.paid().add(new Fact.Withdrawn(Story.ID, at.day(-20)));

    assertEnded(EndReason.WITHDRAWN, at.day(-20), story.at(at.day(-20)));
    story.refund("sale-0", "14.99", at.day(-19));
    assertEnded(EndReason.WITHDRAWN, at.day(-20), story.at(at.day(-18)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void moneyThatWasTakenBackEndsItAndIsLookedAt(Place at) {
    Story story = at.paid().repaid("sale-0", RepaymentKind.REVERSAL, "14.99", at.day(-5));

    BillingState state = story.at(at.day(-4));
    assertEnded(EndReason.CHARGEBACK, at.day(-5), state);
    assertTrue(state.flags().contains(BillingFlag.REVIEW));
    assertEquals(SubscriptionStatus.EXPIRED, state.subscriptionStatus());
  }

  @ParameterizedTest
  @MethodSource("places")
  void complaintsDoWhatTheirKindAsksFor(Place at) {
    Instant day = at.day(-5);
    BillingState question = at.paid().disputed("OTHER", "INQUIRY", "", day).at(day);
    assertEquals(BillingStatus.ACTIVE, question.status());
    assertEquals(Set.of(BillingFlag.DISPUTE_OPEN), question.flags());

    Story foreign = at.paid().disputed("UNAUTHORISED", "CHARGEBACK", "", day);
    assertTrue(foreign.at(day).flags().contains(BillingFlag.ACCESS_BLOCKED));
    foreign.disputed("UNAUTHORISED", "CHARGEBACK", "RESOLVED_SELLER_FAVOUR", at.day(-1));
    assertEquals(Set.of(), foreign.at(at.day(-1)).flags());

    BillingState cancelled =
        at.paid().disputed("CANCELED_RECURRING_BILLING", "CHARGEBACK", "", day).at(day);
    assertEquals(BillingStatus.CANCEL_SCHEDULED, cancelled.status());
  }

  @ParameterizedTest
  @MethodSource("places")
  void moreHoldsAtOnceAndLessOnceWhatIsPaidIsUsedUp(Place at) {
    Story story = at.paid().add(new Fact.ChangeAsked(Story.ID, "c1", at.day(-20), BUSINESS));
    BillingState asked = story.at(at.day(-20));
    assertEquals(FAMILY, asked.terms());
    assertTrue(asked.flags().contains(BillingFlag.PLAN_CHANGE_PENDING));

    story.shown(ProviderStatus.ACTIVE, at.day(-19), BUSINESS, null);
    assertEquals(BUSINESS, story.at(at.day(-19)).terms());
    assertEquals(Set.of(), story.at(at.day(-19)).flags());

    story.add(new Fact.ChangeAsked(Story.ID, "c2", at.day(-10), PERSONAL));
    story.shown(ProviderStatus.ACTIVE, at.day(-9), PERSONAL, null);
    BillingState less = story.at(at.day(-9));
    assertEquals(BUSINESS, less.terms());
    assertEquals(PERSONAL, less.nextTerms());
    assertEquals(at.renewal(), less.changesAt());
    story.sale("sale-1", SaleState.COMPLETED, PERSONAL.price(), at.renewal());
    BillingState renewed = story.at(at.renewal());
    assertEquals(PERSONAL, renewed.terms());
    assertNull(renewed.nextTerms());
    assertEquals(Set.of(), renewed.flags());
  }

  @ParameterizedTest
  @MethodSource("places")
  void anotherSubscriptionTakesOverWithTheTimeThatWasPaid(Place at) {
    BillingState old =
        at.paid().add(new Fact.Superseded(Story.ID, at.day(-5), "two")).at(at.day(-4));
    assertEnded(EndReason.SUPERSEDED, at.day(-5), old);

    Story successor =
        Story.opened(BUSINESS, at.day(-5))
            .shown(ProviderStatus.APPROVAL_PENDING, at.day(-5))
            .add(new Fact.Carried(Story.ID, at.day(-5), at.renewal()));
    assertEquals(BillingStatus.PENDING, successor.at(at.day(-5)).status());
    successor.shown(ProviderStatus.ACTIVE, at.day(-5).plusSeconds(60));
    assertEquals(BillingStatus.ACTIVE, successor.at(at.day(-4)).status());
    assertEquals(at.renewal(), successor.at(at.day(-4)).paidThrough());
    successor.sale("sale-9", at.renewal().plusSeconds(30));
    assertEquals(BUSINESS.cycle().after(at.renewal()), successor.at(at.day(1)).paidThrough());
  }

  @ParameterizedTest
  @MethodSource("places")
  void timeThatWasPaidBeforeFactsWereKeptCountsThoughTheProviderIsSilent(Place at) {
    Story earlier =
        Story.opened(PERSONAL, at.day(-300))
            .add(new Fact.Carried(Story.ID, at.day(-300), at.renewal()));

    BillingState state = earlier.at(at.day(-5));

    assertEquals(BillingStatus.ACTIVE, state.status());
    assertEquals(at.renewal(), state.paidThrough());
  }

  @ParameterizedTest
  @MethodSource("places")
  void timeThatIsGivenMovesTheDates(Place at) {
    Duration week = Duration.ofDays(7);
    BillingState bonus = at.paid().granted(GrantKind.BONUS, week, at.day(-9)).at(at.day(3));
    assertEquals(BillingStatus.ACTIVE, bonus.status());
    assertEquals(at.day(7), bonus.paidThrough());

    Story late = at.paid().failed(at.day(0)).granted(GrantKind.GRACE, week, at.day(4));
    assertEquals(at.day(18), dunning(late.at(at.day(5))).graceUntil());
    assertEquals(BillingStatus.PAST_DUE, late.checkedAndAt(at.day(17)).status());
    late.granted(GrantKind.GRACE, week, at.day(20));
    assertEquals(BillingStatus.PAST_DUE, late.checkedAndAt(at.day(26)).status());
    assertEquals(BillingStatus.SUSPENDED, late.checkedAndAt(at.day(27)).status());
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsOurFaultIsHeldAgainstNobody(Place at) {
    Story story = at.paid().failed(at.day(0), "PAYEE_ACCOUNT_RESTRICTED");

    BillingState ours = story.checkedAndAt(at.day(60));
    assertEquals(BillingStatus.PAST_DUE, ours.status());
    assertTrue(dunning(ours).ourFault());
    story.failed(at.day(61));
    assertEquals(at.day(72), dunning(story.checkedAndAt(at.day(61))).graceUntil());
    assertFalse(dunning(story.checkedAndAt(at.day(61))).ourFault());
  }

  @ParameterizedTest
  @MethodSource("places")
  void moneyThatNobodyAgreedToWaitsForAPersonAndHarmWaitsWithIt(Place at) {
    Money odd = Money.of("14.98", "USD");
    Story story = at.paid().failed(at.day(0)).sale("sale-1", SaleState.COMPLETED, odd, at.day(10));

    BillingState doubted = story.checkedAndAt(at.day(12));
    assertEquals(BillingStatus.PAST_DUE, doubted.status());
    assertEquals("sale:sale-1", doubted.doubts().get(0).about());
    assertTrue(dunning(doubted).ourFault());
    assertEquals(BillingStatus.SUSPENDED, story.checkedAndAt(at.day(13)).status());

    BillingState accepted = story.reviewed("sale:sale-1", "accepted", at.day(13)).at(at.day(14));
    assertEquals(BillingStatus.ACTIVE, accepted.status());
    assertEquals(at.second(), accepted.paidThrough());
    assertEquals(Set.of(), accepted.flags());
  }

  @ParameterizedTest
  @MethodSource("places")
  void aChargeAfterTheEndIsLookedAtAndBringsNothingBack(Place at) {
    Story story = at.paid().failed(at.day(0)).sale("sale-1", at.day(31));

    BillingState state = story.checkedAndAt(at.day(32));
    assertEnded(EndReason.NONPAYMENT, at.day(30), state);
    assertEquals("sale:sale-1", state.doubts().get(0).about());
  }
}
