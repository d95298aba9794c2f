package com.truevault.paypal.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Deliveries under way: up to 25 attempts in three days, through whatever disorder is set. */
final class FakeDeliveries {
  private static final int MOST_ATTEMPTS = 25;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofHours(3);
  private static final Duration BETWEEN_COPIES = Duration.ofMillis(70);

  private final FakeWorld world;
  private final RandomGenerator random;
  private final PriorityQueue<Attempt> waiting =
      new PriorityQueue<>(Comparator.comparing(Attempt::at).thenComparing(Attempt::order));
  private Disorder disorder = Disorder.NONE;
  private long planned;

  FakeDeliveries(FakeWorld world, RandomGenerator random) {
    this.world = world;
    this.random = random;
  }

  void disorder(Disorder other) {
    disorder = other;
  }

  /** Plans the deliveries of an event to whoever wants it. */
  void send(FakeEvent event) {
    for (FakeWebhook webhook : world.books.webhooks.values()) {
      if (webhook.wants(event.type())) {
        copies(webhook, event);
      }
    }
  }

  /** Delivers an event once more, whatever the disorder. */
  void resend(FakeWebhook webhook, FakeEvent event) {
    plan(webhook, event, world.ids.transmission(), world.now(), 1);
  }

  @Nullable Instant next() {
    Attempt next = waiting.peek();
    return next == null ? null : next.at();
  }

  /** The next attempt, to be made now. */
  @Nullable Attempt poll() {
    return waiting.poll();
  }

  void failed(Attempt attempt) {
    if (attempt.number() < MOST_ATTEMPTS) {
      plan(
          attempt.webhook(),
          attempt.event(),
          random.nextBoolean() ? attempt.transmissionId() : world.ids.transmission(),
          attempt.at().plus(BETWEEN_ATTEMPTS),
          attempt.number() + 1);
    }
  }

  private void copies(FakeWebhook webhook, FakeEvent event) {
    int copies = 1 + random.nextInt(disorder.mostCopies());
    String transmission = world.ids.transmission();
    for (int copy = 0; copy < copies; copy++) {
      if (random.nextInt(100) >= disorder.lossPercent()) {
        Duration late =
            disorder.longestDelay().isZero()
                ? BETWEEN_COPIES.multipliedBy(copy)
                : Duration.ofMillis(random.nextLong(disorder.longestDelay().toMillis()));
        String id = copy == 0 || random.nextBoolean() ? transmission : world.ids.transmission();
        plan(webhook, event, id, world.now().plus(late), 1);
      }
    }
  }

  private void plan(
      FakeWebhook webhook, FakeEvent event, String transmission, Instant at, int number) {
    waiting.add(new Attempt(webhook, event, transmission, at, number, planned++));
  }

  record Attempt(
      FakeWebhook webhook,
      FakeEvent event,
      String transmissionId,
      Instant at,
      int number,
      long order) {}
}
