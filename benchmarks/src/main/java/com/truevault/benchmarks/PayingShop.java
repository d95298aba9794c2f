package com.truevault.benchmarks;

import com.truevault.TrueVault;
import com.truevault.paypal.CheckoutPages;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.PayPalGateway;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.Timing;
import com.truevault.paypal.WebhookSetup;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeDelivery;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.paypal.webhook.FetchedCertificates;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.secret.MasterKey;
import com.truevault.sqlite.SqliteConfig;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.store.PageRequest;
import com.truevault.testing.SettableClock;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.webhook.WebhookReader.Outcome;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A vault on real files that takes money from a fake PayPal in the same process. */
final class PayingShop implements AutoCloseable {
  private static final URI SITE = URI.create("https://vpn.example.com");

  private final SettableClock clock;
  private final FakePayPal fake;
  private final SqliteStorage storage;
  private final TrueVault vault;

  PayingShop(Path folder, SettableClock clock) {
    this.clock = clock;
    fake =
        new FakePayPal(
            clock,
            new Random(7),
            new FakeCertificates(new SecureRandom(), clock.instant().minus(Duration.ofDays(30))),
            URI.create("http://127.0.0.1:8090"));
    storage = SqliteStorage.open(SqliteConfig.of(folder).withClock(clock));
    PayPalClient client =
        new PayPalClient(fake, fake::account, new Timing(clock, time -> {}, new Random(1)));
    vault =
        TrueVault.builder()
            .storage(storage)
            .payments(new PayPalGateway(client, storage.gatewayPlans(), PayingShop::pages, clock))
            .webhooks(
                new PayPalWebhooks(
                    fake::account,
                    new FetchedCertificates(fake, clock),
                    PayPalAnswers.NONE,
                    VerificationPolicy.STRICT,
                    clock))
            .mail(mail -> {})
            .masterKeys(new MasterKey("k1", new byte[32]))
            .clock(clock)
            .baseUrl(SITE.toString())
            .passwordCost(new Cost(8, 1))
            .build();
    fake.deliverTo(this::receive);
    new PlanSetup(client, vault.plans()::offers, storage.gatewayPlans(), clock).apply();
    new WebhookSetup(client, SITE, id -> {}).apply();
  }

  TrueVault vault() {
    return vault;
  }

  void approve(String subscription) {
    fake.buyer().approve(subscription);
  }

  /** Lets everything happen that is due, at PayPal and here. */
  void settle() {
    fake.settle();
    for (int rounds = 0; rounds < 3; rounds++) {
      vault.webhookInbox().work(clock.instant());
      vault.billingRounds().run();
      vault.maintenance().deliver();
    }
  }

  /** How many invoices were issued. */
  long invoices() {
    long count = 0;
    long after = 0;
    do {
      var page = storage.invoices().oldest(new PageRequest(after, PageRequest.MAX_LIMIT));
      count += page.items().size();
      after = page.next();
    } while (after != 0);
    return count;
  }

  /** What is held once all garbage is gone. */
  double heldMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      runtime.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
  }

  @Override
  public void close() {
    vault.close();
  }

  private int receive(FakeDelivery delivery) {
    Map<String, List<String>> headers =
        delivery.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    Outcome outcome = vault.webhookInbox().receive(headers, delivery.body()).outcome();
    return outcome == Outcome.GENUINE ? 200 : 400;
  }

  private static CheckoutPages pages() {
    return new CheckoutPages("VPN", URI.create(SITE + "/plan/thanks"), URI.create(SITE + "/plan"));
  }
}
