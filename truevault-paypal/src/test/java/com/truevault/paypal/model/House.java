package com.truevault.paypal.model;

import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.Subscription;
import com.truevault.paypal.CheckoutPages;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.PayPalGateway;
import com.truevault.paypal.PlanSetup;
import com.truevault.paypal.Timing;
import com.truevault.paypal.WebhookSetup;
import com.truevault.paypal.testing.Disorder;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakeDelivery;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.paypal.testing.FakeSubscription;
import com.truevault.paypal.webhook.ClientAnswers;
import com.truevault.paypal.webhook.FetchedCertificates;
import com.truevault.paypal.webhook.MissedDeliveries;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.secret.MasterKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SettableClock;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.webhook.WebhookReader;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A vault with PayPal's adapter over a fake PayPal, one clock for both, and a host that comes round
 * every so often. A crash ends the vault, and the next one starts on what was committed.
 */
final class House {
  static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
  private static final FakeCertificates CERTIFICATES =
      new FakeCertificates(new SecureRandom(), START.minus(Duration.ofDays(30)));
  private static final URI SITE = URI.create("https://vpn.example.com");
  private static final CheckoutPages PAGES =
      new CheckoutPages("VPN", URI.create(SITE + "/plan/thanks"), URI.create(SITE + "/plan"));

  final SettableClock clock = new SettableClock(START);
  final CrashPoint crash = new CrashPoint();
  final RecordingMailSender mails = new RecordingMailSender();
  final FakePayPal fake;
  final Storage storage = new InMemoryStorage();
  private final HttpExchange exchange;
  private final Storage fragile = crash.around(storage);
  private final boolean isSigned;
  private final SecureRandom random = new SecureRandom();
  private TrueVault vault;
  private Duration pace = Duration.ofHours(6);
  private Instant lastRound = START;
  private int crashes;

  /** A house without customers. */
  House(long seed) {
    this(seed, false);
  }

  /**
   * A house without customers.
   *
   * @param isSigned whether deliveries are signed and verified
   */
  House(long seed, boolean isSigned) {
    this.isSigned = isSigned;
    fake =
        new FakePayPal(clock, new Random(seed), CERTIFICATES, URI.create("http://127.0.0.1:8090"));
    exchange = crash.around(fake);
    vault = start();
    fake.deliverTo(this::receive);
    new PlanSetup(client(), vault.plans()::offers, storage.gatewayPlans(), clock).apply();
    new WebhookSetup(client(), SITE, id -> {}).apply();
  }

  TrueVault vault() {
    return vault;
  }

  int crashes() {
    return crashes;
  }

  /** How often the host comes round. */
  void pace(Duration every) {
    pace = every;
  }

  User customer(String name) {
    User user =
        vault
            .users()
            .register(
                Registration.of(name + "@example.com", "seven green horses", "Alex", "Example"));
    vault.maintenance().deliver();
    return vault.users().require(user.publicId());
  }

  /** Does something, and starts anew if the process ends meanwhile. */
  void safely(Runnable work) {
    try {
      work.run();
    } catch (Crash end) {
      restart();
    }
  }

  void restart() {
    crashes++;
    crash.disarm();
    vault = start();
  }

  /** Lets time pass, with everything that falls due, in the order of time. */
  void advance(Duration time) {
    Instant end = clock.instant().plus(time);
    Instant now = clock.instant();
    while (now.isBefore(end)) {
      Instant due = fake.nextDue();
      Instant round = lastRound.plus(pace);
      now = earliest(end, round, due == null || due.isBefore(now) ? end : due);
      clock.set(now);
      safely(fake::settle);
      safely(() -> vault.webhookInbox().work(clock.instant()));
      if (!now.isBefore(round)) {
        lastRound = now;
        safely(this::round);
      }
    }
  }

  /** What the host does every minute. */
  void round() {
    try {
      vault.billingRounds().run();
    } catch (RuntimeException tried) {
      // The next round tries again, as the host does.
    }
    vault.maintenance().deliver();
  }

  /** An end to all disorder, and time enough for everything to be known. */
  void calm() {
    crash.disarm();
    fake.disorder(Disorder.NONE);
    fake.failAtRandom(0);
    fake.down(false);
    pace = Duration.ofHours(6);
    advance(Duration.ofDays(4));
    for (int i = 0; i < 3; i++) {
      fake.settle();
      vault.webhookInbox().work(clock.instant());
      rows().forEach(row -> vault.reconciliation().reconcile(row.publicId()));
      round();
    }
  }

  List<Subscription> rows() {
    List<Subscription> rows = new ArrayList<>();
    long after = 0;
    do {
      var page =
          storage.subscriptions().page(Set.of(), new PageRequest(after, PageRequest.MAX_LIMIT));
      rows.addAll(page.items());
      after = page.next();
    } while (after != 0);
    return rows;
  }

  /** What PayPal knows of our subscriptions, by their public ids. */
  Map<String, FakeSubscription> truth() {
    return fake.subscriptions().stream()
        .collect(Collectors.toMap(FakeSubscription::reference, one -> one, (a, b) -> a));
  }

  PayPalClient client() {
    return new PayPalClient(exchange, fake::account, new Timing(clock, time -> {}, new Random(1)));
  }

  /** The way to the fake, without a vault around it. */
  PaymentGateway gateway() {
    return new PayPalGateway(client(), storage.gatewayPlans(), () -> PAGES, clock);
  }

  private TrueVault start() {
    PayPalClient client = client();
    WebhookReader verifying =
        new PayPalWebhooks(
            fake::account,
            new FetchedCertificates(exchange, clock),
            new ClientAnswers(client),
            VerificationPolicy.STRICT,
            clock);
    return TrueVault.builder()
        .storage(fragile)
        .payments(new PayPalGateway(client, storage.gatewayPlans(), () -> PAGES, clock))
        .webhooks(isSigned ? verifying : new TrustingReader(verifying))
        .missedEvents(new MissedDeliveries(client, storage.webhooks(), clock))
        .mail(mails)
        .masterKeys(new MasterKey("k1", new byte[32]))
        .clock(clock)
        .random(random)
        .baseUrl(SITE.toString())
        .passwordCost(new Cost(8, 1))
        .build();
  }

  private int receive(FakeDelivery delivery) {
    Map<String, List<String>> headers =
        isSigned
            ? delivery.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())))
            : Map.of(TrustingReader.TRANSMISSION, List.of(delivery.transmissionId()));
    try {
      return switch (vault.webhookInbox().receive(headers, delivery.body()).outcome()) {
        case GENUINE -> 200;
        case REFUSED -> 400;
        case UNDECIDED -> 503;
      };
    } catch (Crash end) {
      restart();
      return 503;
    }
  }

  private static Instant earliest(Instant one, Instant two, Instant three) {
    Instant first = one.isBefore(two) ? one : two;
    return first.isBefore(three) ? first : three;
  }
}
