package com.truevault.paypal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.truevault.billing.ProviderStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePayPalServerTest {
  private final FakePayPalServer server = new FakePayPalServer(0);
  private final FakeShop shop = new FakeShop(server.base());
  private final HttpClient browser = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void showsThePlanAndTakesTheBuyerBackToWhereTheSellerWaits() throws Exception {
    server.serve(shop.fake);
    String id = shop.order(shop.plan(), "r-1").get("id").getAsString();
    URI approve = URI.create(shop.approveLink(id));

    String page =
        browser.send(HttpRequest.newBuilder(approve).build(), BodyHandlers.ofString()).body();
    assertTrue(page.contains("personal &lt;monthly&gt;"), page);
    assertTrue(page.contains("9.99 USD"), page);

    HttpResponse<Void> decided =
        browser.send(
            HttpRequest.newBuilder(approve)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("decision=approve"))
                .build(),
            BodyHandlers.discarding());
    assertEquals(303, decided.statusCode());
    String back = decided.headers().firstValue("location").orElseThrow();
    assertTrue(
        back.startsWith("https://vpn.example.com/thanks?subscription_id=" + id + "&ba_token=BA-"),
        back);
    assertEquals(ProviderStatus.ACTIVE, shop.fake.subscription(id).status());
  }

  @Test
  void leavesTheSubscriptionAsItIsWhenTheBuyerGoesBack() throws Exception {
    server.serve(shop.fake);
    String id = shop.order(shop.plan(), "r-1").get("id").getAsString();
    HttpResponse<Void> decided =
        browser.send(
            HttpRequest.newBuilder(URI.create(shop.approveLink(id)))
                .POST(HttpRequest.BodyPublishers.ofString("decision=cancel"))
                .build(),
            BodyHandlers.discarding());
    assertTrue(
        decided
            .headers()
            .firstValue("location")
            .orElseThrow()
            .startsWith("https://vpn.example.com/plans?"));
    assertEquals(ProviderStatus.APPROVAL_PENDING, shop.fake.subscription(id).status());
  }

  @Test
  void postsDeliveriesToThisMachineAndNowhereElse() throws Exception {
    BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    HttpServer seller =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    seller.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            arrived.add(exchange.getRequestHeaders().getFirst("Paypal-Transmission-Sig"));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    seller.start();
    try {
      shop.fake.deliverTo(new LoopbackSink());
      shop.fake.seller().webhook("http://127.0.0.1:" + seller.getAddress().getPort() + "/");
      server.serve(shop.fake);
      shop.order(shop.plan(), "r-1");
      assertFalse(String.valueOf(arrived.poll(20, TimeUnit.SECONDS)).isEmpty());
      assertEquals(0, shop.delivered.size(), "the webhook at vpn.example.com is not to be called");
    } finally {
      seller.stop(0);
    }
  }

  @Test
  void refusesToStandInForAnyOtherMachine() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LoopbackExchange(URI.create("https://api-m.sandbox.paypal.com")));
    assertFalse(LoopbackSink.isLoopback(URI.create("https://127.0.0.1.example.com/")));
    assertTrue(LoopbackSink.isLoopback(URI.create("http://127.0.0.1:80/")));
  }

  @Test
  void answersOverHttpWhatItAnswersInTheProcess() throws IOException {
    server.serve(shop.fake);
    FakeShop remote = shop.through(new LoopbackExchange(server.base()));
    assertEquals(
        shop.get("/v1/billing/plans/" + shop.plan()),
        remote.get("/v1/billing/plans/" + shop.plan()));
    assertEquals(404, remote.call("GET", "/v1/billing/plans/P-UNKNOWN", "").status());
  }

  @Test
  void breaksCallsOverHttpAsItDoesInTheProcess() {
    server.serve(shop.fake);
    FakeShop remote = shop.through(new LoopbackExchange(server.base()));
    // The client of the JDK repeats a GET by itself.
    shop.fake.fail(Fault.DROPPED_AFTER_COMMIT, "POST", "/v1/billing/subscriptions");
    assertThrows(RuntimeException.class, () -> remote.order(shop.plan(), "r-1"));
    assertEquals(1, shop.fake.subscriptions().size());
    shop.fake.fail(Fault.TOO_MANY_REQUESTS, "GET", "/v1/billing/plans");
    assertEquals(429, remote.call("GET", "/v1/billing/plans", "").status());
    assertEquals(200, remote.call("GET", "/v1/billing/plans", "").status());
  }
}
