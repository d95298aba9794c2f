package com.truevault.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.EndReason;
import com.truevault.billing.Money;
import com.truevault.billing.Offer;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.setting.SettingKey;
import com.truevault.store.DataFile;
import com.truevault.subscription.Subscriptions.Started;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.Interjection;
import com.truevault.testing.Race;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private final Interjection interjection = new Interjection(new InMemoryStorage());
  private final VaultFixture fixture = new VaultFixture(interjection.wired());
  private final Subscriptions subscriptions = fixture.vault().subscriptions();
  private final User kim = fixture.customer("kim@example.com");

  private Started start(Plan plan) {
    return subscriptions.start(kim, plan, BillingCycle.MONTHLY);
  }

  private ProviderStatus atTheGateway(Subscription subscription) {
    return fixture.gateway().status(String.valueOf(subscription.gatewayId()));
  }

  private boolean allowed() {
    return fixture.vault().entitlements().of(fixture.reload(kim)).allowed();
  }

  private UserStatus status() {
    return fixture.reload(kim).membership().status();
  }

  @Test
  void sellsEveryPlanAtItsPriceSmallestFirst() {
    List<Offer> offers = fixture.vault().plans().offers();

    assertEquals(
        List.of(Plan.PERSONAL, Plan.FAMILY, Plan.BUSINESS),
        offers.stream().map(Offer::plan).toList());
    assertEquals(Money.of("99.90", "USD"), offers.get(0).price(BillingCycle.YEARLY));
    assertEquals(List.of(3, 10, 50), offers.stream().map(Offer::deviceLimit).toList());
    fixture.vault().settings().change("admin", Map.of(SettingKey.MAX_DEVICES_PERSONAL, "4"));
    assertEquals(4, fixture.vault().plans().offer(Plan.PERSONAL).deviceLimit());
  }

  @Test
  void waitsForApproval() {
    Started started = start(Plan.FAMILY);

    assertTrue(started.approvalUrl().startsWith("http://127.0.0.1:8080/demo/approve/SIM-"));
    assertEquals(SubscriptionStatus.PENDING, started.subscription().status());
    assertEquals(Money.of("14.99", "USD"), started.subscription().price());
    assertFalse(allowed());
    assertEquals(
        SubscriptionStatus.PENDING,
        subscriptions.refresh(started.subscription().publicId()).status());
  }

  @Test
  void switchesAccessOnWhenApproved() {
    Subscription active = fixture.decide(start(Plan.FAMILY).subscription(), Decision.APPROVE);

    assertEquals(SubscriptionStatus.ACTIVE, active.status());
    assertEquals(Instant.parse("2026-02-28T10:00:00Z"), active.paidThrough());
    assertEquals(active.paidThrough(), active.nextBillingDate());
    assertTrue(allowed());
    assertEquals(UserStatus.ACTIVE, status());
    assertEquals(Map.of(Plan.FAMILY, 1L), subscriptions.activeByPlan());
    assertEquals(active, subscriptions.refresh(active.publicId()));
  }

  @Test
  void endsWhatIsDeclinedOrAbandoned() {
    for (Decision decision : List.of(Decision.DECLINE, Decision.CANCEL)) {
      Subscription ended = fixture.decide(start(Plan.PERSONAL).subscription(), decision);

      assertEquals(SubscriptionStatus.EXPIRED, ended.status());
      assertFalse(allowed());
    }
    fixture.subscribe(kim, Plan.PERSONAL, BillingCycle.YEARLY);
    assertTrue(allowed());
  }

  @Test
  void endsInTimeAndQuietlyWhatTheProviderForgotBeforeItWasApproved() {
    Subscription pending = start(Plan.FAMILY).subscription();
    fixture.gateway().forget(String.valueOf(pending.gatewayId()));

    fixture.clock().advance(Duration.ofHours(73));
    for (int days = 0; days < 3; days++) {
      fixture.vault().billingRounds().run();
      fixture.clock().advance(Duration.ofDays(1));
    }

    assertEquals(
        EndReason.ABANDONED,
        fixture
            .storage()
            .subscriptions()
            .find(pending.publicId())
            .orElseThrow()
            .standing()
            .endReason());
    assertEquals(List.of(), fixture.vault().money().stuckJobs().list());
    assertEquals(
        0,
        fixture.storage().billingJobs().of(pending.publicId()).stream()
            .filter(job -> job.key().startsWith("alert:"))
            .count());
  }

  @Test
  void refusesASecondLiveOne() {
    fixture.subscribe(kim, Plan.PERSONAL, BillingCycle.MONTHLY);

    assertThrows(SubscriptionLiveException.class, () -> start(Plan.FAMILY));
    assertEquals(Plan.PERSONAL, subscriptions.current(kim).orElseThrow().plan());
  }

  @Test
  void letsOneOfTwoApprovedChoicesGoLive() {
    Subscription first = start(Plan.PERSONAL).subscription();
    Subscription second = start(Plan.FAMILY).subscription();
    assertEquals(SubscriptionStatus.EXPIRED, fixture.decide(first, Decision.APPROVE).status());

    fixture.decide(second, Decision.APPROVE);

    assertEquals(Plan.FAMILY, subscriptions.current(kim).orElseThrow().plan());
    assertEquals(ProviderStatus.CANCELLED, atTheGateway(first));
    assertEquals(ProviderStatus.ACTIVE, atTheGateway(second));
  }

  @Test
  void endsAChoiceAtTheGatewayThatWasReplacedBeforeTheGatewayAnswered() {
    List<Started> later = new ArrayList<>();
    Subscription first = start(Plan.PERSONAL).subscription();
    interjection.beforeWriting(
        DataFile.BILLING,
        () -> interjection.beforeWriting(DataFile.BILLING, () -> later.add(start(Plan.BUSINESS))));

    Subscription overtaken = start(Plan.FAMILY).subscription();

    Subscription last = later.get(0).subscription();
    assertEquals(SubscriptionStatus.EXPIRED, overtaken.status());
    fixture.decide(overtaken, Decision.APPROVE);
    fixture.decide(last, Decision.APPROVE);
    assertEquals(Plan.BUSINESS, subscriptions.current(kim).orElseThrow().plan());
    assertEquals(ProviderStatus.CANCELLED, atTheGateway(first));
    assertEquals(ProviderStatus.CANCELLED, atTheGateway(overtaken));
    assertEquals(ProviderStatus.ACTIVE, atTheGateway(last));
  }

  @Test
  void opensNothingForAUserWhoIsErasedMeanwhile() {
    interjection.beforeWriting(
        DataFile.BILLING, () -> fixture.vault().departures().erase("system", kim));

    TrueVaultException refused = assertThrows(TrueVaultException.class, () -> start(Plan.PERSONAL));

    assertEquals("user-not-found", refused.code());
    assertEquals(List.of(), fixture.storage().subscriptions().ofUser(kim.id()));
  }

  @Test
  void endsAtTheGatewayWhatItOpenedForAUserWhoIsErasedMeanwhile() {
    interjection.beforeWriting(
        DataFile.BILLING,
        () ->
            interjection.beforeWriting(
                DataFile.BILLING, () -> fixture.vault().departures().erase("system", kim)));

    Subscription opened = start(Plan.PERSONAL).subscription();

    assertEquals(SubscriptionStatus.EXPIRED, opened.status());
    assertEquals(ProviderStatus.CANCELLED, atTheGateway(opened));
  }

  @Test
  void activatesOnceFromManyThreads() {
    Started started = start(Plan.PERSONAL);
    fixture.gateway().decide(String.valueOf(started.subscription().gatewayId()), Decision.APPROVE);

    Race race = Race.of(10, () -> subscriptions.refresh(started.subscription().publicId()));

    assertEquals(10, race.successes());
    assertEquals(
        1,
        fixture
            .vault()
            .audit()
            .list("subscription.active", com.truevault.store.PageRequest.first())
            .items()
            .size());
  }

  @Test
  void keepsAccessUntilWhatWasPaidIsUsedUp() {
    Subscription active = fixture.subscribe(kim, Plan.PERSONAL, BillingCycle.MONTHLY);

    Subscription ended = subscriptions.cancel(kim, "too far away");

    assertEquals(SubscriptionStatus.CANCELLED, ended.status());
    assertEquals("too far away", ended.cancellationReason());
    assertEquals(
        ProviderStatus.CANCELLED, fixture.gateway().status(String.valueOf(active.gatewayId())));
    assertTrue(allowed());
    fixture.clock().set(Instant.parse("2026-02-28T09:59:59.999Z"));
    assertTrue(allowed());
    fixture.clock().advance(Duration.ofMillis(1));
    assertFalse(allowed());
  }

  @Test
  void cancelsOnce() {
    assertThrows(TrueVaultException.class, () -> subscriptions.cancel(kim, ""));
    fixture.subscribe(kim, Plan.PERSONAL, BillingCycle.MONTHLY);
    subscriptions.cancel(kim, "");
    assertThrows(TrueVaultException.class, () -> subscriptions.cancel(kim, ""));
  }

  @Test
  void knowsNoOtherSubscription() {
    assertThrows(TrueVaultException.class, () -> subscriptions.refresh("no-such-one"));
  }

  @Test
  void ordersWhatTheServerKnowsAndNothingTheCustomerSays() {
    Started started = start(Plan.BUSINESS);

    PaymentGateway.Order order =
        fixture
            .gateway()
            .find(String.valueOf(started.subscription().gatewayId()))
            .orElseThrow()
            .order();
    assertEquals(started.subscription().publicId(), order.reference());
    assertEquals(Money.of("29.99", "USD"), order.terms().price());
    assertEquals("kim@example.com", order.email());
  }
}
