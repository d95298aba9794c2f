package com.truevault.paypal;

import com.truevault.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one access token: whoever finds it old fetches the next, all others wait. Thread-safe. */
final class Tokens {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Function<PayPalAccount, Doc> source;
  private final InstantSource clock;
  private @Nullable Token current;

  Tokens(Function<PayPalAccount, Doc> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  synchronized Token of(PayPalAccount account) {
    Token known = current;
    if (known != null && known.isFor(account) && clock.instant().isBefore(known.until())) {
      return known;
    }
    Instant asked = clock.instant();
    Doc answer = source.apply(account);
    if (answer.text("access_token").isEmpty()) {
      throw new PayPalException(
          ErrorKind.UNAVAILABLE,
          "paypal-answer-unreadable",
          "paypal gave no token; try again later",
          List.of(),
          "");
    }
    Duration life = Duration.ofSeconds(answer.number("expires_in")).minus(MARGIN);
    Token fresh = new Token(account, answer, asked.plus(life));
    current = fresh;
    return fresh;
  }

  /** Forgets a token that was refused, unless another took its place meanwhile. */
  synchronized void drop(Token refused) {
    if (refused.equals(current)) {
      current = null;
    }
  }

  /** A token; its text is never shown. */
  record Token(PayPalAccount account, Doc answer, Instant until) {
    String text() {
      return answer.text("access_token");
    }

    boolean isFor(PayPalAccount other) {
      return account.credentials().equals(other.credentials())
          && account.environment().equals(other.environment());
    }

    @Override
    public String toString() {
      return "Token[until " + until + "]";
    }
  }
}
