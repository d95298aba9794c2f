package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.Plan;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link SubscriptionStore} does. */
public interface SubscriptionStoreContract {
  UserId USER = new UserId(7);

  Storage storage();

  private SubscriptionStore subscriptions() {
    return storage().subscriptions();
  }

  private static Subscription pending(String publicId, UserId user) {
    return new Subscription(
        publicId,
        user,
        null,
        Plan.PERSONAL,
        Money.of("9.99", "USD"),
        BillingCycle.MONTHLY,
        SubscriptionStatus.PENDING,
        Corpus.MOMENT,
        null,
        null,
        "",
        Standing.NEW);
  }

  private Subscription add(String publicId) {
    return add(pending(publicId, USER));
  }

  private Subscription add(Subscription subscription) {
    subscriptions().add(subscription);
    return subscription;
  }

  @Test
  default void startsEmpty() {
    assertEquals(Optional.empty(), subscriptions().find("subscription-one"));
    assertEquals(Optional.empty(), subscriptions().findByGatewayId("SIM-1"));
    assertEquals(List.of(), subscriptions().ofUser(USER));
    assertEquals(Map.of(), subscriptions().activeByPlan());
  }

  @Test
  default void givesBackWhatWasAdded() {
    Subscription added = add("subscription-one");

    assertEquals(Optional.of(added), subscriptions().find("subscription-one"));
    assertEquals(List.of(added), subscriptions().ofUser(USER));
  }

  @Test
  default void givesBackEveryPartOfAChange() {
    add("subscription-one");
    Subscription changed =
        new Subscription(
            "subscription-one",
            USER,
            "SIM-1",
            Plan.BUSINESS,
            Money.of("299.90", "EUR"),
            BillingCycle.YEARLY,
            SubscriptionStatus.CANCELLED,
            Corpus.MOMENT,
            Corpus.MOMENT.plusSeconds(1),
            Corpus.MOMENT.plusSeconds(2),
            "O'Brien moved \"away\" 👋",
            Standing.NEW);

    assertTrue(subscriptions().update(changed));

    assertEquals(Optional.of(changed), subscriptions().find("subscription-one"));
    assertEquals(Optional.of(changed), subscriptions().findByGatewayId("SIM-1"));
  }

  @Test
  default void keepsEveryStatus() {
    Subscription subscription = add("subscription-one");

    for (SubscriptionStatus status : SubscriptionStatus.values()) {
      subscriptions().update(with(subscription, status));
      assertEquals(status, subscriptions().find("subscription-one").orElseThrow().status());
    }
  }

  @Test
  default void keepsMoneyToTheLastUnit() {
    long[] amounts = {0, 1, 999, 123_456_789_012_345_678L};
    for (int i = 0; i < amounts.length; i++) {
      Subscription s = pending("subscription-" + i, USER);
      Money price = Money.ofMinor(amounts[i], "USD");
      add(
          new Subscription(
              s.publicId(),
              USER,
              null,
              s.plan(),
              price,
              s.cycle(),
              s.status(),
              s.startDate(),
              null,
              null,
              "",
              Standing.NEW));
      assertEquals(price, subscriptions().find(s.publicId()).orElseThrow().price());
    }
  }

  @Test
  default void saysThatAnUnknownSubscriptionIsNotThere() {
    assertFalse(subscriptions().update(pending("subscription-one", USER)));
  }

  @Test
  default void refusesTheSamePublicIdOrGatewayIdTwice() {
    add(pending("subscription-one", USER).knownAs("SIM-1"));

    assertThrows(RuntimeException.class, () -> add("subscription-one"));
    assertThrows(
        RuntimeException.class, () -> add(pending("subscription-two", USER).knownAs("SIM-1")));
    assertEquals(1, subscriptions().ofUser(USER).size());
  }

  @Test
  default void refusesASecondLiveOneOfAUser() {
    Subscription first = add("subscription-one");
    Subscription second = add("subscription-two");
    add(pending("subscription-three", new UserId(8)).activated(Corpus.MOMENT));
    subscriptions().update(first.activated(Corpus.MOMENT));

    for (SubscriptionStatus status : SubscriptionStatus.values()) {
      if (status.isLive()) {
        assertThrows(
            SubscriptionLiveException.class, () -> subscriptions().update(with(second, status)));
      }
    }
    assertThrows(
        SubscriptionLiveException.class,
        () -> add(pending("subscription-four", USER).activated(Corpus.MOMENT)));
    subscriptions().update(with(first, SubscriptionStatus.CANCELLED));
    assertTrue(subscriptions().update(second.activated(Corpus.MOMENT)));
  }

  @Test
  default void letsOneOfManyThreadsGoLive() {
    for (int i = 0; i < 6; i++) {
      add("subscription-" + i);
    }

    Race race =
        Race.each(
            6,
            number ->
                () ->
                    subscriptions()
                        .update(pending("subscription-" + number, USER).activated(Corpus.MOMENT)));

    assertEquals(1, race.successes());
    assertTrue(race.failures().stream().allMatch(SubscriptionLiveException.class::isInstance));
  }

  @Test
  default void listsAUsersSubscriptionsNewestFirst() {
    Subscription b = add("subscription-b");
    Subscription a = add("subscription-a");
    add(pending("subscription-c", new UserId(8)));

    assertEquals(List.of(a, b), subscriptions().ofUser(USER));
  }

  @Test
  default void countsActiveOnesByPlan() {
    add(pending("subscription-a", new UserId(1)).activated(Corpus.MOMENT));
    add(pending("subscription-b", new UserId(2)).activated(Corpus.MOMENT));
    add(with(pending("subscription-c", new UserId(3)), SubscriptionStatus.GRACE_PERIOD));
    add("subscription-d");

    assertEquals(Map.of(Plan.PERSONAL, 2L), subscriptions().activeByPlan());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Subscription kept = add("subscription-one");

    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> {
          subscriptions().update(kept.activated(Corpus.MOMENT));
          add("subscription-two");
        });

    assertEquals(List.of(kept), subscriptions().ofUser(USER));
  }

  @Test
  default void keepsEveryPartOfItsStanding() {
    Terms next = new Terms(Plan.FAMILY, BillingCycle.YEARLY, Money.of("149.90", "USD"));
    add(SubscriptionFixture.subscription());
    for (BillingStatus status : BillingStatus.values()) {
      for (EndReason reason : EndReason.values()) {
        Subscription changed =
            SubscriptionFixture.subscription(
                SubscriptionFixture.ONE,
                new Standing(
                    status,
                    reason,
                    at(1),
                    at(2),
                    "8AB",
                    at(3),
                    true,
                    true,
                    next,
                    SubscriptionFixture.TWO,
                    at(4),
                    at(5)));
        assertTrue(subscriptions().update(changed));
        assertEquals(Optional.of(changed), subscriptions().find(SubscriptionFixture.ONE));
      }
    }
    assertTrue(subscriptions().update(SubscriptionFixture.subscription()));
    assertEquals(
        Optional.of(SubscriptionFixture.subscription()),
        subscriptions().find(SubscriptionFixture.ONE));
  }

  @Test
  default void findsWhatHasToBeLookedAtTheLongestDueFirst() {
    Subscription late = add(due("subscription-late", 9));
    Subscription early = add(due("subscription-early", 1));
    add(due("subscription-later", 10));
    add("subscription-never");

    assertEquals(List.of(early, late), subscriptions().due(at(9), 9));
    assertEquals(List.of(early), subscriptions().due(at(9), 1));
    assertEquals(List.of(), subscriptions().due(at(0), 9));
  }

  @Test
  default void pagesThroughThoseOfSomeStates() {
    Subscription pending = add("subscription-pending");
    Subscription active = add(standing("subscription-active", BillingStatus.ACTIVE, null));
    Subscription ended = add(standing("subscription-ended", BillingStatus.ENDED, null));
    Set<BillingStatus> wanted = Set.of(BillingStatus.PENDING, BillingStatus.ENDED);

    Page<Subscription> first = subscriptions().page(wanted, new PageRequest(0, 1));
    Page<Subscription> second = subscriptions().page(wanted, new PageRequest(first.next(), 1));

    assertEquals(List.of(pending), first.items());
    assertEquals(List.of(ended), second.items());
    assertEquals(0, second.next());
    assertEquals(
        List.of(pending, active, ended),
        subscriptions().page(Set.of(), PageRequest.first()).items());
    assertEquals(
        List.of(),
        subscriptions().page(Set.of(BillingStatus.PAST_DUE), PageRequest.first()).items());
  }

  private static Instant at(int second) {
    return Corpus.MOMENT.plusSeconds(second);
  }

  private static Subscription due(String publicId, int second) {
    return standing(publicId, BillingStatus.ACTIVE, at(second));
  }

  private static Subscription standing(
      String publicId, BillingStatus status, @Nullable Instant dueAt) {
    return SubscriptionFixture.subscription(
        publicId,
        new Standing(status, null, null, null, null, null, false, false, null, null, null, dueAt));
  }

  @Test
  default void findsWhatAPersonHasToLookAt() {
    subscriptions().add(doubted("subscription-one", true));
    subscriptions().add(doubted("subscription-two", false));
    subscriptions().add(doubted("subscription-three", true));

    assertEquals(
        List.of("subscription-one", "subscription-three"),
        subscriptions().inReview(10).stream().map(Subscription::publicId).toList());
    assertEquals(1, subscriptions().inReview(1).size());
  }

  private static Subscription doubted(String publicId, boolean inReview) {
    return SubscriptionFixture.subscription(
        publicId,
        new Standing(
            BillingStatus.ENDED,
            null,
            null,
            null,
            null,
            null,
            false,
            inReview,
            null,
            null,
            null,
            null));
  }

  private static Subscription with(Subscription s, SubscriptionStatus status) {
    return new Subscription(
        s.publicId(),
        s.user(),
        s.gatewayId(),
        s.plan(),
        s.price(),
        s.cycle(),
        status,
        s.startDate(),
        s.paidThrough(),
        s.cancelledDate(),
        s.cancellationReason(),
        s.standing());
  }
}
