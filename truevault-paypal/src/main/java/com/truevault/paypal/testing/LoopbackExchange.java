package com.truevault.paypal.testing;

import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.NetExchange;
import java.io.IOException;
import java.net.URI;

/**
 * Sends calls that are meant for PayPal to a server on this machine, over real HTTP. Safe for use
 * by many threads.
 */
public final class LoopbackExchange implements HttpExchange {
  private final HttpExchange net = new NetExchange();
  private final URI base;

  /**
   * Sends everything there.
   *
   * @throws IllegalArgumentException if that is not this machine
   */
  public LoopbackExchange(URI base) {
    if (!LoopbackSink.isLoopback(base)) {
      throw new IllegalArgumentException(base + " is not on this machine; use 127.0.0.1");
    }
    this.base = base;
  }

  @Override
  public Answer send(Call call) throws IOException {
    String query = call.uri().getRawQuery();
    URI there = URI.create(base + call.uri().getRawPath() + (query == null ? "" : "?" + query));
    return net.send(
        new Call(
            call.method(), there, call.headers(), call.body(), call.timeout(), call.mostBytes()));
  }
}
