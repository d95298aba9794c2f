package com.truevault.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Relay;
import com.truevault.secret.RandomIds;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.webhook.WebhookReader.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookInboxTest {
  private final VaultFixture fixture = new VaultFixture();
  private final List<String> woken = new ArrayList<>();
  private final List<String> alarms = new ArrayList<>();
  private final Subscription subscription =
      fixture.subscribe(fixture.customer("kim@example.com"), Plan.PERSONAL, BillingCycle.MONTHLY);
  private final String gatewayId = String.valueOf(subscription.gatewayId());
  private boolean isGatewayDown;
  private final WebhookInbox inbox = inbox();

  private WebhookInbox inbox() {
    Relay relay =
        new Relay(fixture.storage().transactions(), fixture.storage().messages(), fixture.clock());
    return new WebhookInbox(
        new ScriptedReader(),
        fixture.storage().webhooks(),
        new DeliveryTargets(fixture.storage().subscriptions(), fixture.storage().facts()),
        new WebhookInbox.Consequences(
            this::wake, (out, delivery, text) -> alarms.add(delivery.eventId() + ": " + text)),
        new Effects(
            fixture.storage().transactions(),
            fixture.storage().messages(),
            relay,
            new RandomIds(new SecureRandom()),
            fixture.clock()));
  }

  private void wake(String publicId) {
    if (isGatewayDown) {
      throw new IllegalStateException("gateway does not answer; it is asked again");
    }
    woken.add(publicId);
  }

  private Outcome receive(String body) {
    return inbox
        .receive(Map.of("x-signature", List.of("s")), body.getBytes(StandardCharsets.UTF_8))
        .outcome();
  }

  private int work() {
    return inbox.work(fixture.clock().instant());
  }

  private WebhookDelivery delivery(String event) {
    return inbox.find("t-" + event).orElseThrow();
  }

  private int kept() {
    return inbox.list("", new PageRequest(0, 100)).items().size();
  }

  @Test
  void keepsWhatIsGenuineAsItCame() {
    String body = "genuine e-1 sale " + gatewayId + " - -";
    assertEquals(Outcome.GENUINE, receive(body));
    WebhookDelivery kept = delivery("e-1");
    assertEquals(body, new String(kept.body(), StandardCharsets.UTF_8));
    assertEquals(Map.of("x-signature", "s"), kept.headers());
    assertEquals("verified", kept.verdict());
    assertEquals(fixture.clock().instant(), kept.receivedAt());
    assertEquals(DeliveryState.NEW, kept.state());
    assertEquals(List.of(), woken);
  }

  @Test
  void keepsNothingThatIsForgedOrUnclear() {
    assertEquals(Outcome.REFUSED, receive("forged e-1 sale - - -"));
    assertEquals(Outcome.UNDECIDED, receive("unclear e-1 sale - - -"));
    assertEquals(0, kept());
  }

  @Test
  void theFirstBodyWins() {
    receive("genuine e-1 sale " + gatewayId + " - -");
    assertEquals(Outcome.GENUINE, receive("genuine e-1 sale I-other - - "));
    assertEquals(1, kept());
    work();
    assertEquals(List.of(subscription.publicId()), woken);
    assertEquals(Outcome.GENUINE, receive("genuine e-1 sale " + gatewayId + " - -"));
    assertEquals(0, work());
  }

  @Test
  void keepsOneOfManyThatArriveTogether() {
    Race race = Race.of(8, () -> receive("genuine e-1 sale " + gatewayId + " - -"));
    assertEquals(8, race.successes(), () -> race.failures().toString());
    assertEquals(1, kept());
    assertEquals(1, work());
  }

  @Test
  void wakesASubscriptionOnceForAllThatIsDue() {
    receive("genuine e-1 sale " + gatewayId + " - -");
    receive("genuine e-2 activated - " + subscription.publicId() + " -");
    receive("genuine e-3 sale " + gatewayId + " - S-1");
    assertEquals(3, work());
    assertEquals(List.of(subscription.publicId()), woken);
    for (String event : List.of("e-1", "e-2", "e-3")) {
      assertEquals(DeliveryState.DONE, delivery(event).state());
    }
    assertEquals(0, work());
  }

  @Test
  void ignoresWhatIsNotOursOrChangesNothing() {
    receive("genuine e-1 sale I-stranger - S-1");
    receive("genuine e-2 unknown " + gatewayId + " - -");
    assertEquals(2, work());
    assertEquals(DeliveryState.IGNORED, delivery("e-1").state());
    assertEquals(DeliveryState.IGNORED, delivery("e-2").state());
    assertEquals(List.of(), woken);
    assertEquals(List.of(), alarms);
  }

  @Test
  void waitsForTheSaleThatWasRepaid() {
    receive("genuine e-1 refunded - - S-1");
    work();
    assertEquals(DeliveryState.NEW, delivery("e-1").state());
    assertTrue(delivery("e-1").lastError().contains("S-1"));
    assertEquals(0, work());
    fixture
        .storage()
        .facts()
        .add(
            subscription.publicId(),
            List.of(
                new Fact.Sale(
                    "S-1",
                    Fact.SaleState.COMPLETED,
                    Money.of("9.99", "USD"),
                    fixture.clock().instant())),
            fixture.clock().instant());
    fixture.clock().advance(Duration.ofMinutes(1));
    work();
    assertEquals(DeliveryState.DONE, delivery("e-1").state());
    assertEquals(List.of(subscription.publicId()), woken);
  }

  @Test
  void triesSixTimesMoreWithGrowingPausesAndThenTellsTheOperator() {
    isGatewayDown = true;
    receive("genuine e-1 sale " + gatewayId + " - -");
    work();
    for (int minutes : new int[] {1, 5, 15, 60, 360, 1440}) {
      fixture.clock().advance(Duration.ofMinutes(minutes).minusMillis(1));
      assertEquals(0, work());
      assertEquals(DeliveryState.NEW, delivery("e-1").state());
      fixture.clock().advance(Duration.ofMillis(1));
      assertEquals(1, work());
    }
    assertEquals(DeliveryState.FAILED, delivery("e-1").state());
    assertEquals(7, delivery("e-1").attempts());
    assertEquals(List.of("e-1: gateway does not answer; it is asked again"), alarms);
    assertEquals(0, work());
  }

  @Test
  void oneThatFailsKeepsNoOtherWaiting() {
    receive("genuine e-1 unreadable - - -");
    receive("genuine e-2 sale " + gatewayId + " - -");
    work();
    assertEquals(DeliveryState.NEW, delivery("e-1").state());
    assertEquals(DeliveryState.DONE, delivery("e-2").state());
  }

  @Test
  void leavesToTheOperatorWhatConcernsNoSubscription() {
    receive("genuine e-1 plan - - -");
    work();
    assertEquals(DeliveryState.DONE, delivery("e-1").state());
    assertEquals(List.of("e-1: It concerns no single subscription that is known here."), alarms);
  }

  @Test
  void looksIntoADeliveryOnceMoreWhenAskedTo() {
    receive("genuine e-1 sale " + gatewayId + " - -");
    work();
    inbox.replay("admin", "t-e-1");
    assertEquals(1, work());
    assertEquals(2, woken.size());
    assertEquals(1, delivery("e-1").attempts());
    TrueVaultException unknown =
        assertThrows(TrueVaultException.class, () -> inbox.replay("admin", "t-none"));
    assertEquals("delivery-not-found", unknown.code());
  }
}
