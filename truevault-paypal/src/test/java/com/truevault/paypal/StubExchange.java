package com.truevault.paypal;

import com.truevault.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Answers tokens by itself and everything else as it was told, in that order. */
final class StubExchange implements HttpExchange {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final SettableClock clock = new SettableClock(NOW);
  final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger tokens = new AtomicInteger();
  final AtomicReference<PayPalAccount> account = new AtomicReference<>(account("id-1"));
  private final Deque<Step> script = new ArrayDeque<>();

  PayPalClient client() {
    return new PayPalClient(this, account::get, new Timing(clock, this::sleep, new Random(1)));
  }

  static PayPalAccount account(String clientId) {
    return new PayPalAccount(
        PayPalEnvironment.SANDBOX, new PayPalCredentials(clientId, "hush-hush"), "WH1");
  }

  synchronized StubExchange then(int status, String body, String... headers) {
    Map<String, String> named = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    script.add(call -> new Answer(status, named, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  synchronized StubExchange thenNothing() {
    script.add(
        call -> {
          throw new IOException("connection reset");
        });
    return this;
  }

  @Override
  public Answer send(Call call) throws IOException {
    if (call.uri().getPath().equals("/v1/oauth2/token")) {
      String token =
          "{\"access_token\":\"token-%d\",\"expires_in\":32400,\"app_id\":\"APP-1\",\"scope\":\"a b\"}"
              .formatted(tokens.incrementAndGet());
      return new Answer(200, Map.of(), token.getBytes(StandardCharsets.UTF_8));
    }
    calls.add(call);
    return next().answer(call);
  }

  private synchronized Step next() {
    return script.remove();
  }

  private void sleep(Duration time) {
    waits.add(time);
    clock.advance(time);
  }

  @FunctionalInterface
  private interface Step {
    Answer answer(Call call) throws IOException;
  }
}
