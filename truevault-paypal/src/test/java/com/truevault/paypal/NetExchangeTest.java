package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetExchangeTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final NetExchange exchange = new NetExchange();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server = unbound();

  @BeforeEach
  void start() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void methodHeadersAndBodyArriveAndTheAnswerComesBack() throws IOException {
    server.createContext(
        "/",
        http -> {
          byte[] body = http.getRequestBody().readAllBytes();
          http.getResponseHeaders().add("Retry-After", "3");
          http.sendResponseHeaders(
              http.getRequestHeaders().getFirst("X-Tag").equals("here") ? 207 : 400, body.length);
          http.getResponseBody().write(body);
          http.close();
        });
    byte[] body = {1, 2, 3};
    HttpExchange.Answer answer =
        exchange.send(
            new HttpExchange.Call("PATCH", at("/x"), Map.of("X-Tag", "here"), body, LONG, 100));
    assertEquals(207, answer.status());
    assertEquals("3", answer.headers().get("retry-after"));
    assertArrayEquals(body, answer.body());
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    server.createContext(
        "/",
        http -> {
          http.getResponseHeaders().add("Location", "http://192.0.2.1/");
          http.sendResponseHeaders(302, -1);
          http.close();
        });
    assertEquals(302, exchange.send(HttpExchange.Call.get(at("/"), LONG, 100)).status());
  }

  @Test
  void anAnswerLongerThanAllowedFails() {
    server.createContext(
        "/",
        http -> {
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().write(new byte[10_000]);
          http.close();
        });
    IOException failure =
        assertThrows(
            IOException.class, () -> exchange.send(HttpExchange.Call.get(at("/"), LONG, 9_999)));
    assertTrue(failure.toString().contains("9999 bytes"), failure::toString);
  }

  @Test
  void aBodyThatNeverEndsFailsInTime() {
    server.createContext(
        "/",
        http -> {
          http.sendResponseHeaders(200, 0);
          http.getResponseBody().write('{');
          http.getResponseBody().flush();
          awaitEnd();
          http.close();
        });
    assertThrows(
        IOException.class,
        () -> exchange.send(HttpExchange.Call.get(at("/"), Duration.ofMillis(300), 100)));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
