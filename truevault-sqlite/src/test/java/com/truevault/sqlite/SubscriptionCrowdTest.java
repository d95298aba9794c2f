package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.ProviderStatus;
import com.truevault.billing.Subscription;
import com.truevault.subscription.Subscriptions;
import com.truevault.testing.Race;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One user who chooses, pays and cancels in fifty windows at once. */
class SubscriptionCrowdTest {
  private static final int WINDOWS = 50;
  private static final Set<String> REFUSALS = Set.of("subscription-live", "subscription-not-found");

  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();
  private VaultFixture fixture;
  private User kim;

  @BeforeEach
  void signUp() {
    fixture = new VaultFixture(temporary.get());
    kim = fixture.customer("kim@example.com");
  }

  @Test
  void leavesAtMostOneThatIsLiveHereAndAtTheGateway() {
    Race race = Race.each(WINDOWS, number -> () -> choose(number));

    for (Throwable refused : race.failures()) {
      assertTrue(
          refused instanceof TrueVaultException known && REFUSALS.contains(known.code()),
          refused::toString);
    }
    fixture.clock().advance(Duration.ofHours(2));
    List<Subscription> all = temporary.get().subscriptions().ofUser(kim.id());
    long live = all.stream().filter(s -> s.status().isLive()).count();
    assertTrue(live <= 1, all::toString);
    assertEquals(live, all.stream().filter(s -> stateOf(s) == ProviderStatus.ACTIVE).count());
    assertEquals(List.of(), temporary.get().doctor().examine());
  }

  private void choose(int number) {
    Subscriptions subscriptions = fixture.vault().subscriptions();
    Subscription opened =
        subscriptions.start(kim, Plan.FAMILY, BillingCycle.MONTHLY).subscription();
    fixture.decide(opened, Decision.APPROVE);
    if (number % 5 == 0) {
      subscriptions.cancel(kim, "");
    }
  }

  private ProviderStatus stateOf(Subscription subscription) {
    return fixture.gateway().status(String.valueOf(subscription.gatewayId()));
  }
}
