package com.truevault.web.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.paypal.webhook.Reason;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.web.host.TestHost;
import com.truevault.web.http.Route;
import com.truevault.web.webhook.PayPalSender.Sent;
import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route as PayPal calls it: over HTTP, on nine files. */
class WebhookRoutesTest {
  @TempDir private static Path folder = Path.of("");

  private final PayPalSender payPal = new PayPalSender();
  private final TestHost host =
      TestHost.receiving(SqliteStorage.open(folder.resolve("d" + hashCode())), payPal.reader());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    host.close();
  }

  private HttpResponse<String> post(Sent delivery) {
    return post(host, delivery.headers(), delivery.body());
  }

  private HttpResponse<String> post(TestHost to, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.url() + "/webhooks/paypal"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<WebhookDelivery> kept() {
    return host.vault().webhookInbox().list("", new PageRequest(0, 100)).items();
  }

  @Test
  void aGenuineDeliveryIsCommittedBeforeItIsAnswered() {
    Sent delivery = payPal.sale("WH-1", "t-1", "I-STRANGER");
    HttpResponse<String> answer = post(delivery);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("{\"reason\":\"verified\"}", answer.body());
    WebhookDelivery stored = kept().get(0);
    assertArrayEquals(delivery.body(), stored.body());
    assertEquals("t-1", stored.headers().get("paypal-transmission-id"));
    assertEquals(5, stored.headers().size());
  }

  @Test
  void duplicatesAreAnsweredAlikeAndKeptOnce() {
    Sent first = payPal.sale("WH-1", "t-1", "I-1");
    assertEquals(200, post(first).statusCode());
    host.clock().advance(java.time.Duration.ofMillis(70));
    assertEquals(200, post(first).statusCode());
    assertEquals(200, post(payPal.sale("WH-1", "t-2", "I-1")).statusCode());
    assertEquals(1, kept().size());
    assertEquals(200, post(payPal.sale("WH-2", "t-3", "I-1")).statusCode());
    assertEquals(2, kept().size());
  }

  @Test
  void oneOfManyThatArriveTogetherIsKept() {
    Sent delivery = payPal.sale("WH-1", "t-1", "I-1");
    Race race = Race.of(16, () -> assertEquals(200, post(delivery).statusCode()));
    assertEquals(16, race.successes(), () -> race.failures().toString());
    assertEquals(1, kept().size());
  }

  @Test
  void aDeliveryHasItsSubscriptionReadAgain() {
    User user =
        host.vault()
            .users()
            .register(Registration.of("kim@example.com", "seven green horses", "Kim", "Example"));
    Subscription subscription =
        host.vault()
            .subscriptions()
            .start(user, Plan.PERSONAL, BillingCycle.MONTHLY)
            .subscription();
    post(payPal.sale("WH-1", "t-1", String.valueOf(subscription.gatewayId())));
    host.vault().webhookInbox().work(host.clock().instant());
    assertEquals(DeliveryState.DONE, kept().get(0).state());
  }

  @Test
  void whatIsNotPayPalsIsRefusedWithItsReason() {
    Sent genuine = payPal.sale("WH-1", "t-1", "I-1");
    byte[] changed =
        new String(genuine.body(), StandardCharsets.UTF_8)
            .replace("9.99", "0.01")
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer = post(host, genuine.headers(), changed);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":\"signature-wrong\""), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    HttpResponse<String> bare = post(host, Map.of(), genuine.body());
    assertEquals(400, bare.statusCode());
    assertTrue(bare.body().contains("\"code\":\"header-missing\""), bare.body());
    assertEquals(List.of(), kept());
  }

  @Test
  void whatCannotBeDecidedIsToComeAgain() {
    Sent genuine = payPal.sale("WH-1", "t-1", "I-1");
    Map<String, String> elsewhere = new java.util.HashMap<>(genuine.headers());
    elsewhere.put("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-2");
    HttpResponse<String> answer = post(host, elsewhere, genuine.body());
    assertEquals(503, answer.statusCode());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    assertTrue(answer.body().contains("\"code\":\"cert-unavailable\""), answer.body());
  }

  @Test
  void whatCannotBeKeptIsToComeAgain() {
    SqliteStorage storage = SqliteStorage.open(folder.resolve("closed" + hashCode()));
    try (TestHost broken = TestHost.receiving(storage, payPal.reader())) {
      storage.close();
      Sent genuine = payPal.sale("WH-1", "t-1", "I-1");
      HttpResponse<String> answer = post(broken, genuine.headers(), genuine.body());
      assertEquals(503, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("\"code\":\"delivery-not-kept\""), answer.body());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }
  }

  @Test
  void cookiesAndOriginsOfBrowsersMakeNoDifference() {
    Sent genuine = payPal.sale("WH-1", "t-1", "I-1");
    Map<String, String> browser = new java.util.HashMap<>(genuine.headers());
    browser.put("Origin", "https://evil.example.com");
    browser.put("Cookie", "__Host-truevault=x");
    assertEquals(200, post(host, browser, genuine.body()).statusCode());
    browser.remove("PAYPAL-TRANSMISSION-SIG");
    assertEquals(400, post(host, browser, genuine.body()).statusCode());
  }

  @Test
  void everyReasonIsDeclaredAsAProblemOfTheRoute() {
    Route route =
        host.routes().stream()
            .filter(each -> each.path().text().equals("/webhooks/paypal"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(),
        Arrays.stream(Reason.values())
            .filter(reason -> reason.outcome() != WebhookReader.Outcome.GENUINE)
            .map(Reason::code)
            .filter(code -> !route.problems().contains(code))
            .toList());
  }
}
