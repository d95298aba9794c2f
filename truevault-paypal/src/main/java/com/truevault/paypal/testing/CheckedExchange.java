package com.truevault.paypal.testing;

import com.truevault.paypal.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes where calls and answers break PayPal's own description. Safe for use by many threads. */
public final class CheckedExchange implements HttpExchange {
  private final HttpExchange exchange;
  private final OpenApiChecker checker;
  private final List<String> breaches = new CopyOnWriteArrayList<>();

  /** Checks all that goes over that exchange. */
  public CheckedExchange(HttpExchange exchange, OpenApiChecker checker) {
    this.exchange = exchange;
    this.checker = checker;
  }

  @Override
  public Answer send(Call call) throws IOException {
    breaches.addAll(checker.breaches(call));
    Answer answer = exchange.send(call);
    breaches.addAll(checker.breaches(call, answer));
    return answer;
  }

  /** What was broken so far, in words. */
  public List<String> breaches() {
    return List.copyOf(breaches);
  }
}
