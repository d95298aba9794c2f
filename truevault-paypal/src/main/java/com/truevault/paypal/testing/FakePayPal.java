package com.truevault.paypal.testing;

import com.truevault.paypal.CertificateAuthorities;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.testing.FakeDeliveries.Attempt;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A PayPal in memory. It answers calls to any host as PayPal's sandbox would, charges and retries
 * when its clock says so, and signs what it delivers. What is due happens when it is called, and
 * deliveries travel when {@link #settle()} is. The same seed gives the same run. Safe for use by
 * many threads; what its lists hold is read while nothing else happens.
 */
public final class FakePayPal implements HttpExchange {
  /** Who may call. */
  public static final PayPalCredentials CREDENTIALS =
      new PayPalCredentials("fake-client", "fake-password");

  private final InstantSource clock;
  private final FakeCertificates certificates;
  private final FakeWorld world;
  private final FakeDeliveries deliveries;
  private final FakeFaults faults;
  private final FakeDesk desk;
  private volatile DeliverySink sink = new LoopbackSink();

  /**
   * A PayPal that knows nothing yet.
   *
   * @param random decides ids and what disorder does
   * @param site where buyers find its page of approval, such as {@code http://127.0.0.1:8090}
   */
  public FakePayPal(
      InstantSource clock, RandomGenerator random, FakeCertificates certificates, URI site) {
    this.clock = clock;
    this.certificates = certificates;
    world = new FakeWorld(clock.instant(), random, PayPalEnvironment.SANDBOX.apiBase(), site);
    deliveries = new FakeDeliveries(world, random);
    faults = new FakeFaults(world.ids, random);
    desk = new FakeDesk(world, deliveries, faults, certificates.sandbox());
  }

  /** The sandbox, with the fake's own authority. */
  public PayPalEnvironment environment() {
    PayPalEnvironment sandbox = PayPalEnvironment.SANDBOX;
    return new PayPalEnvironment(
        sandbox.mode(),
        sandbox.apiBase(),
        sandbox.certificateHosts(),
        sandbox.certificateName(),
        new CertificateAuthorities(
            List.of(certificates.root()), List.of(certificates.intermediate())));
  }

  /** What an operator would have set: the first webhook that is registered, if there is one. */
  public PayPalAccount account() {
    return at(
        now ->
            new PayPalAccount(
                environment(),
                CREDENTIALS,
                world.books.webhooks.keySet().stream().findFirst().orElse("")));
  }

  @Override
  public Answer send(Call call) throws IOException {
    FakeAnswer answer = handle(FakeWire.incoming(call));
    return FakeWire.outgoing(call, answer);
  }

  FakeAnswer handle(FakeCall call) {
    return at(now -> desk.answer(call));
  }

  /** Lets everything happen that is due by now, and deliveries arrive. */
  public void settle() {
    settle(clock.instant());
  }

  /** Lets everything happen that is due by then, and deliveries arrive, in the order of time. */
  public void settle(Instant until) {
    for (Attempt attempt = next(until); attempt != null; attempt = next(until)) {
      boolean taken = isTaken(attempt);
      synchronized (this) {
        if (!taken) {
          deliveries.failed(attempt);
        }
      }
    }
  }

  /** When something happens next; null if nothing ever will. */
  public synchronized @Nullable Instant nextDue() {
    Instant task = world.timeline.next();
    Instant delivery = deliveries.next();
    if (task == null || delivery == null) {
      return task == null ? delivery : task;
    }
    return task.isBefore(delivery) ? task : delivery;
  }

  /** Where deliveries arrive from now on, instead of at the registered URLs. */
  public void deliverTo(DeliverySink other) {
    sink = other;
  }

  /** What buyers do. */
  public FakeBuyer buyer() {
    return new FakeBuyer(this);
  }

  /** What the seller does on PayPal's own pages. */
  public FakeSeller seller() {
    return new FakeSeller(this);
  }

  /** How deliveries of later events travel. */
  public synchronized void disorder(Disorder disorder) {
    deliveries.disorder(disorder);
  }

  /** What it does beside its documentation from now on. */
  public synchronized void oddities(Set<Oddity> oddities) {
    world.oddities.clear();
    world.oddities.addAll(oddities);
  }

  /** Lets the next call go wrong that has this method and this text in its path. */
  public synchronized void fail(Fault fault, String method, String pathPart) {
    faults.next(fault, method, pathPart);
  }

  /** Lets that many calls of a hundred go wrong, each in a way of its own. */
  public synchronized void failAtRandom(int ofHundred) {
    faults.atRandom(ofHundred);
  }

  /** Whether every call is answered with 503. */
  public synchronized void down(boolean isDown) {
    faults.down(isDown);
  }

  /** Whether captures are answered before they are decided. */
  public synchronized void decideCapturesLater(boolean later) {
    world.capturesAreDecidedLater = later;
  }

  /** Every token given out so far is refused. */
  public synchronized void revokeTokens() {
    desk.revokeTokens();
  }

  /** Every subscription, oldest first. */
  public List<FakeSubscription> subscriptions() {
    return at(now -> FakeBooks.copy(world.books.subscriptions.values()));
  }

  /** The subscription of that id. */
  public FakeSubscription subscription(String id) {
    return at(now -> world.books.subscription(id));
  }

  /** Every sale, oldest first. */
  public List<FakeSale> sales() {
    return at(now -> FakeBooks.copy(world.books.sales.values()));
  }

  /** The sales of a subscription, oldest first. */
  public List<FakeSale> salesOf(String subscription) {
    return at(now -> world.books.salesOf(subscription));
  }

  /** Every refund and reversal, oldest first. */
  public List<FakeRefund> refunds() {
    return at(now -> FakeBooks.copy(world.books.refunds.values()));
  }

  /** Every dispute, oldest first. */
  public List<FakeDispute> disputes() {
    return at(now -> FakeBooks.copy(world.books.disputes.values()));
  }

  /** Every event, oldest first, delivered or not. */
  public List<FakeEvent> events() {
    return at(now -> FakeBooks.copy(world.books.events.values()));
  }

  /** Does something once all that was due before has happened. */
  synchronized <T> T at(Function<Instant, T> work) {
    world.timeline.reach(clock.instant());
    return work.apply(world.now());
  }

  <T> T with(Function<FakeDesk, T> work) {
    return at(now -> work.apply(desk));
  }

  FakeDelivery delivery(Attempt attempt) {
    return new FakeDelivery(
        attempt.webhook().url(),
        attempt.webhook().id(),
        attempt.event(),
        attempt.transmissionId(),
        attempt.at(),
        "https://api.sandbox.paypal.com" + NotificationRoutes.CERTIFICATES + "CERT-fake",
        certificates.sandbox());
  }

  private synchronized @Nullable Attempt next(Instant until) {
    Instant delivery = deliveries.next();
    Supplier<Instant> task = world.timeline::next;
    for (Instant due = task.get();
        due != null && !due.isAfter(until) && (delivery == null || !due.isAfter(delivery));
        due = task.get()) {
      world.timeline.reach(due);
      delivery = deliveries.next();
    }
    if (delivery == null || delivery.isAfter(until)) {
      world.timeline.reach(until);
      return null;
    }
    return deliveries.poll();
  }

  private boolean isTaken(Attempt attempt) {
    try {
      return sink.take(delivery(attempt)) / 100 == 2;
    } catch (RuntimeException e) {
      return false;
    }
  }
}
