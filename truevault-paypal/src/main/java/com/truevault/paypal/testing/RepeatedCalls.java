package com.truevault.paypal.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers calls that carry a known request id as they were answered first. */
final class RepeatedCalls {
  private static final Duration MEMORY = Duration.ofDays(3);
  private static final Duration PAYMENT_MEMORY = Duration.ofDays(30);

  private final FakeWorld world;
  private final Map<String, Known> known = new HashMap<>();

  RepeatedCalls(FakeWorld world) {
    this.world = world;
  }

  FakeAnswer answer(FakeCall call, Supplier<FakeAnswer> real) {
    String id = call.header("paypal-request-id");
    if (id == null || !call.method().equals("POST")) {
      return real.get();
    }
    String key = call.path() + " " + id;
    @Nullable Known first = known.get(key);
    if (first != null && world.now().isBefore(first.until())) {
      return first.answer().status() == 201 ? first.answer().as(200) : first.answer();
    }
    FakeAnswer answer = real.get();
    Duration memory = call.path().startsWith("/v1/payments/") ? PAYMENT_MEMORY : MEMORY;
    known.put(key, new Known(answer, world.now().plus(memory)));
    return answer;
  }

  private record Known(FakeAnswer answer, Instant until) {}
}
