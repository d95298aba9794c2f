package com.truevault.paypal.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truevault.paypal.testing.FakeAnswer.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fake PayPal over HTTP on this machine alone, with its page of approval. While it serves, what
 * is due happens by itself, a few times a second.
 */
public final class FakePayPalServer implements AutoCloseable {
  private static final long SETTLE_MILLIS = 200;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool(FakePayPalServer::worker);
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(FakePayPalServer::worker);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable FakePayPal served;

  /**
   * Listens on the loopback address.
   *
   * @param port 0 for any that is free
   * @throws UncheckedIOException if the port is taken
   */
  public FakePayPalServer(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " cannot be listened on; use another", e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is, without a slash at the end. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers for that one from now on. */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
  public void serve(FakePayPal fake) {
    if (served == null) {
      rounds.scheduleWithFixedDelay(
          this::settle, SETTLE_MILLIS, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
    }
    served = fake;
  }

  /** Stops at once. */
  @Override
  public void close() {
    closed.countDown();
    rounds.shutdownNow();
    server.stop(0);
    workers.shutdownNow();
  }

  private void settle() {
    FakePayPal fake = served;
    try {
      if (fake != null) {
        fake.settle();
      }
    } catch (RuntimeException e) {
      System.getLogger(FakePayPalServer.class.getName())
          .log(System.Logger.Level.WARNING, "what is due at the fake could not happen", e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      FakePayPal fake = served;
      FakeAnswer answer =
          fake == null ? FakeProblemException.down().answer("none") : fake.handle(call(exchange));
      if (answer.wire() != Wire.DROPPED) {
        write(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(HttpExchange exchange, FakeAnswer answer)
      throws IOException, InterruptedException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (answer.wire() == Wire.STALLED) {
      exchange.getResponseBody().write(answer.body(), 0, length / 2);
      exchange.getResponseBody().flush();
      closed.await(1, TimeUnit.MINUTES);
    } else if (length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static FakeCall call(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    URI uri = exchange.getRequestURI();
    return new FakeCall(
        exchange.getRequestMethod(),
        uri.getPath(),
        FakeWire.query(uri.getRawQuery()),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "fake-paypal");
    thread.setDaemon(true);
    return thread;
  }
}
