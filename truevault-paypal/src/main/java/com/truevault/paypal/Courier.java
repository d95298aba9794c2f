package com.truevault.paypal;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.time.Duration;

/**
 * Sends a call until it is answered. Every call may be repeated as it is: it reads, or carries the
 * id of its request, or asks for a state rather than for a step.
 */
final class Courier {
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int TOO_MANY = 429;

  private final HttpExchange exchange;
  private final Pace pace;
  private final Timing timing;

  Courier(HttpExchange exchange, Timing timing) {
    this.exchange = exchange;
    this.pace = new Pace(timing.clock());
    this.timing = timing;
  }

  Reply send(HttpExchange.Call call) {
    for (int attempt = 1; true; attempt++) {
      Outcome outcome = once(call, attempt);
      if (outcome instanceof Answered answered) {
        return answered.reply();
      }
      Setback setback = (Setback) outcome;
      if (attempt == ATTEMPTS || setback.pause().compareTo(LONGEST_WAIT) > 0) {
        throw setback.trouble();
      }
      pause(setback.pause());
    }
  }

  private Outcome once(HttpExchange.Call call, int attempt) {
    pause(pace.turn());
    try {
      HttpExchange.Answer answer = exchange.send(call);
      if (answer.status() / 100 == 2) {
        return new Answered(new Reply(answer.status(), Doc.parse(answer.body())));
      }
      PayPalException trouble = Refusals.of(call, answer);
      if (answer.status() != TOO_MANY && answer.status() < 500) {
        throw trouble;
      }
      return new Setback(trouble, wanted(answer, attempt));
    } catch (IOException e) {
      return new Setback(unreachable(e), backoff(attempt));
    } catch (JsonParseException e) {
      return new Setback(
          new PayPalException(
              "paypal-answer-unreadable", "the answer to " + call + " is not whole", e),
          backoff(attempt));
    }
  }

  private Duration wanted(HttpExchange.Answer answer, int attempt) {
    String seconds = answer.headers().getOrDefault("retry-after", "");
    return seconds.matches("[0-9]{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : backoff(attempt);
  }

  private Duration backoff(int attempt) {
    Duration least = FIRST_WAIT.multipliedBy(1L << (attempt - 1));
    return least.plusMillis(timing.random().nextLong(least.toMillis()));
  }

  private void pause(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      timing.sleeper().sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private static PayPalException unreachable(Exception cause) {
    return new PayPalException(
        "paypal-unreachable", "paypal did not answer; try again later: " + cause, cause);
  }

  private sealed interface Outcome {}

  private record Answered(Reply reply) implements Outcome {}

  private record Setback(PayPalException trouble, Duration pause) implements Outcome {}
}
