package com.truevault.paypal;

import com.truevault.paypal.testing.FakeCertificates;
import com.truevault.paypal.testing.FakePayPal;
import com.truevault.testing.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;

class FakePayPalContractTest extends PayPalContract {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final FakeCertificates CERTIFICATES =
      new FakeCertificates(new SecureRandom(), NOW);

  private final SettableClock clock = new SettableClock(NOW);
  private final FakePayPal fake =
      new FakePayPal(clock, new Random(1), CERTIFICATES, URI.create("http://127.0.0.1:8090"));

  @Override
  HttpExchange exchange() {
    return fake;
  }

  @Override
  PayPalAccount account() {
    return fake.account();
  }

  @Override
  Timing timing() {
    return new Timing(clock, clock::advance, new Random(1));
  }
}
