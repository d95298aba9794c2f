package com.truevault.paypal.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.Fact;
import com.truevault.billing.FactStore;
import com.truevault.billing.Subscription;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.store.PageRequest;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookReader.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The signature covers a checksum of the body, so that a lie can be made to verify. */
class ForgedBodyTest {
  private final SettableClock clock = new SettableClock(SignedDelivery.NOW);
  private final InMemoryStorage storage = new InMemoryStorage();
  private final SimulatedGateway gateway =
      new SimulatedGateway(new RandomIds(new SecureRandom()), clock, "https://pay.example.com/");
  private final TrueVault vault =
      TrueVault.builder()
          .storage(storage)
          .payments(gateway)
          .mail(new RecordingMailSender())
          .masterKeys(new MasterKey("k1", new byte[32]))
          .clock(clock)
          .webhooks(
              new PayPalWebhooks(
                  SignedDelivery::account,
                  address -> List.of(SignedDelivery.PAYPAL.certificate()),
                  PayPalAnswers.NONE,
                  VerificationPolicy.STRICT,
                  clock))
          .passwordCost(new Cost(8, 1))
          .build();
  private final Subscription subscription = subscription();
  private final String sale =
      SignedDelivery.BODY.replace("I-BW452GLLEP1G", String.valueOf(subscription.gatewayId()));

  private Subscription subscription() {
    Subscription opened =
        vault
            .subscriptions()
            .start(
                vault
                    .users()
                    .register(Registration.of("kim@example.com", "seven green horses", "Kim", "E")),
                Plan.PERSONAL,
                BillingCycle.MONTHLY)
            .subscription();
    gateway.decide(String.valueOf(opened.gatewayId()), SimulatedGateway.Decision.APPROVE);
    return vault.subscriptions().refresh(opened.publicId());
  }

  private Outcome receive(SignedDelivery delivery) {
    return vault.webhookInbox().receive(delivery.headers(), delivery.body()).outcome();
  }

  private List<WebhookDelivery> kept() {
    return vault.webhookInbox().list("", PageRequest.first()).items();
  }

  private List<Fact> facts() {
    return storage.facts().of(subscription.publicId()).stream()
        .map(FactStore.Recorded::fact)
        .toList();
  }

  private SignedDelivery lie(SignedDelivery genuine) {
    byte[] forged = SameChecksum.forge(genuine.body(), sale.replace("9.99", "9999.99"));
    assertFalse(new String(forged, StandardCharsets.UTF_8).contains("\"9.99\""));
    return genuine.with(forged);
  }

  @Test
  void afterTheGenuineOneItIsADuplicateAndTheFirstBodyStays() {
    SignedDelivery genuine = SignedDelivery.of(sale);
    assertEquals(Outcome.GENUINE, receive(genuine));
    assertEquals(Outcome.GENUINE, receive(lie(genuine)));
    assertEquals(1, kept().size());
    assertArrayEquals(genuine.body(), kept().get(0).body());
  }

  @Test
  void beforeTheGenuineOneItChangesNothingBecauseReadsDecide() {
    SignedDelivery genuine = SignedDelivery.of(sale);
    List<Fact> before = facts();
    Subscription asItWas = storage.subscriptions().find(subscription.publicId()).orElseThrow();
    assertEquals(Outcome.GENUINE, receive(lie(genuine)));
    vault.webhookInbox().work(clock.instant());
    assertEquals(DeliveryState.DONE, kept().get(0).state());
    assertEquals(before, facts());
    Subscription now = storage.subscriptions().find(subscription.publicId()).orElseThrow();
    assertEquals(asItWas.paidThrough(), now.paidThrough());
    assertEquals(asItWas.price(), now.price());
    assertEquals(asItWas.status(), now.status());
  }
}
