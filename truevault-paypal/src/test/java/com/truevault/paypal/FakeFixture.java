package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.Fact;
import com.truevault.billing.PaymentGateway.Report;
import com.truevault.paypal.testing.CheckedExchange;
import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.testing.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A shop that sells at a fake PayPal, every word between them compared with the description. */
final class FakeFixture {
  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final FakeCertificates CERTIFICATES =
      new FakeCertificates(new SecureRandom(), START);

  final SettableClock clock = new SettableClock(START);
  final FakePayPal fake =
      new FakePayPal(clock, new Random(1), CERTIFICATES, URI.create("http://127.0.0.1:8090"));
  final TestShop shop;
  private final List<CheckedExchange> checked;

  FakeFixture() {
    checked =
        Descriptions.checker().map(checker -> new CheckedExchange(fake, checker)).stream().toList();
    HttpExchange way = checked.isEmpty() ? fake : checked.get(0);
    shop =
        new TestShop(
            new PayPalClient(way, fake::account, new Timing(clock, clock::advance, new Random(1))),
            clock);
    fake.deliverTo(delivery -> 200);
    shop.planSetup().apply();
  }

  /** A subscription that was approved and paid once. */
  String subscribed(String reference) {
    String id = shop.gateway.open(TestShop.order(reference, TestShop.PERSONAL)).gatewayId();
    assertTrue(fake.buyer().approve(id));
    return id;
  }

  Report read(String id) {
    return shop.gateway.read(id, Instant.EPOCH);
  }

  <T extends Fact> List<T> facts(String id, Class<T> kind) {
    return read(id).facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  void pass(Duration time) {
    clock.advance(time);
    fake.settle();
  }

  void requireNoBreach() {
    checked.forEach(exchange -> assertEquals(List.of(), exchange.breaches()));
  }
}
