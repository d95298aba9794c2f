package com.truevault.subscription;

import static com.truevault.subscription.PaidStory.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Money;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.ledger.PaymentStatus;
import com.truevault.server.ServerFixture;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.user.Plan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One subscription after another, and one plan after another. */
class SuccessionStoryTest {
  private static final Instant PAID_THROUGH = Instant.parse("2026-02-28T10:00:00Z");

  private final PaidStory story = new PaidStory(Plan.FAMILY, BillingCycle.MONTHLY);
  private final Subscriptions subscriptions = story.fixture().vault().subscriptions();

  private Subscription approve(Started started) {
    return story.fixture().decide(started.subscription(), Decision.APPROVE);
  }

  private Subscription row(String id) {
    return story.fixture().storage().subscriptions().find(id).orElseThrow();
  }

  private PlanChanges changes() {
    return story.fixture().vault().planChanges();
  }

  @Test
  void resumesWhereThePaidTimeEnds() {
    String first = story.id();
    story.until(day(5));
    subscriptions.cancel(story.kim(), "too dear");
    story.round();
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));

    Started again = subscriptions.resume(story.kim());
    assertEquals(first, subscriptions.current(story.kim()).orElseThrow().publicId());
    Subscription resumed = approve(again);

    assertEquals(BillingStatus.ACTIVE, resumed.standing().status());
    assertEquals(PAID_THROUGH, resumed.paidThrough());
    assertEquals(EndReason.SUPERSEDED, row(first).standing().endReason());
    assertEquals(1, story.fixture().storage().payments().ofUser(story.kim().id()).size());
    story.follow(resumed);
    story.paysOn(PAID_THROUGH).until(day(40));
    assertEquals(Instant.parse("2026-03-28T10:00:00Z"), story.row().paidThrough());
    assertTrue(story.mayConnect());
  }

  @Test
  void subscribesAnewOnceThePaymentWasGivenUp() {
    String first = story.id();
    story.failsOn(day(28), day(33)).until(day(29));
    assertEquals("subscription-live", refusal());
    story.reports(day(38), () -> story.gateway().suspend(story.gatewayId(), "failed"));
    story.until(day(38.5));

    Subscription anew =
        approve(subscriptions.start(story.kim(), Plan.PERSONAL, BillingCycle.MONTHLY));
    story.round();

    assertEquals(BillingStatus.ACTIVE, anew.standing().status());
    assertEquals(EndReason.SUPERSEDED, row(first).standing().endReason());
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    assertTrue(story.mayConnect());
  }

  private String refusal() {
    return assertThrows(
            TrueVaultException.class,
            () -> subscriptions.start(story.kim(), Plan.PERSONAL, BillingCycle.MONTHLY))
        .code();
  }

  @Test
  void givesBackWhatTheOldSubscriptionStillCollectedOnTheDayOfTheNewOne() {
    story.failsOn(day(28), day(33));
    story.reports(day(38), () -> story.gateway().suspend(story.gatewayId(), "failed"));
    story.until(day(38));
    Started anew = subscriptions.start(story.kim(), Plan.FAMILY, BillingCycle.MONTHLY);
    String old = story.gateway().pay(story.gatewayId()).saleId();

    approve(anew);
    story.round().round();

    assertEquals(
        PaymentStatus.REFUNDED,
        story.fixture().storage().payments().find(old).orElseThrow().status());
    assertTrue(story.mayConnect());
  }

  @Test
  void changesFromMonthToYearWhereThePaidTimeEnds() {
    PlanChange change = changes().preview(story.kim(), Plan.FAMILY, BillingCycle.YEARLY);
    assertEquals(PlanChange.Kind.CYCLE, change.kind());
    assertEquals(PAID_THROUGH, change.chargedFrom());
    assertEquals(Money.of("149.90", "USD"), change.then().price());

    Subscription yearly =
        approve(
            changes().change(story.kim(), Plan.FAMILY, BillingCycle.YEARLY, change.then().price()));
    story.round();
    assertEquals(ProviderStatus.CANCELLED, story.gateway().status(story.gatewayId()));
    story.follow(yearly);
    story.paysOn(PAID_THROUGH).until(day(40));

    assertEquals(Instant.parse("2027-02-28T10:00:00Z"), story.row().paidThrough());
    assertEquals(BillingCycle.YEARLY, story.row().cycle());
  }

  @Test
  void givesMoreAtOnceAndAsksTheNewPriceWithTheNextCharge() {
    PlanChange change = changes().preview(story.kim(), Plan.BUSINESS, BillingCycle.MONTHLY);
    assertEquals(PlanChange.Kind.UPGRADE, change.kind());
    changes().change(story.kim(), Plan.BUSINESS, BillingCycle.MONTHLY, change.then().price());
    assertEquals(Plan.FAMILY, story.row().plan());

    story.gateway().decide(story.gatewayId(), Decision.APPROVE);
    subscriptions.refresh(story.id());
    assertEquals(Plan.BUSINESS, story.row().plan());

    story.paysOn(PAID_THROUGH).until(day(29));
    assertEquals(
        Money.of("29.99", "USD"),
        story.fixture().storage().payments().of(story.id()).get(0).amount());
    assertFalse(story.row().standing().inReview());
  }

  @Test
  void givesLessOnlyWhenThePaidTimeIsOverAndSaysWhichDevicesWait() {
    story.fixture().server(ServerFixture.NEW_YORK);
    List<Device> devices =
        List.of(
            story.fixture().device(story.kim(), "Phone", 1),
            story.fixture().device(story.kim(), "Laptop", 2),
            story.fixture().device(story.kim(), "Tablet", 3),
            story.fixture().device(story.kim(), "Television", 4));
    story.until(day(3));
    PlanChange change = changes().preview(story.kim(), Plan.PERSONAL, BillingCycle.MONTHLY);
    assertEquals(List.of("Television"), change.surplus());
    assertEquals(PAID_THROUGH, change.holdsFrom());
    changes().change(story.kim(), Plan.PERSONAL, BillingCycle.MONTHLY, change.then().price());
    story.gateway().decide(story.gatewayId(), Decision.APPROVE);
    subscriptions.refresh(story.id());
    assertEquals(Plan.FAMILY, story.row().plan());
    story.until(day(20));
    assertFalse(story.subjects().contains("Your plan at TrueVault VPN will allow fewer devices"));

    story.until(day(22));
    assertTrue(story.subjects().contains("Your plan at TrueVault VPN will allow fewer devices"));
    assertEquals(List.of(), story.fixture().vault().devices().waiting(story.kim()));

    story.paysOn(PAID_THROUGH).until(day(29));
    assertEquals(Plan.PERSONAL, story.row().plan());
    assertEquals(List.of(devices.get(3)), story.fixture().vault().devices().waiting(story.kim()));
    story
        .fixture()
        .vault()
        .devices()
        .change(story.kim(), devices.get(0).id(), DeviceChange.toEnabled(false));
    assertEquals(List.of(), story.fixture().vault().devices().waiting(story.kim()));
  }

  @Test
  void refusesAChangeAtAnotherPriceThanWasShown() {
    assertEquals(
        "price-changed",
        assertThrows(
                TrueVaultException.class,
                () ->
                    changes()
                        .change(
                            story.kim(),
                            Plan.BUSINESS,
                            BillingCycle.MONTHLY,
                            Money.of("1.00", "USD")))
            .code());
  }
}
