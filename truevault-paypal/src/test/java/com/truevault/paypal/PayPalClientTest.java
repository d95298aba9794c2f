package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayPalClientTest {
  private static final String FINE = "{\"id\":\"S1\"}";

  private final StubExchange stub = new StubExchange();
  private final PayPalClient client = stub.client();

  @Test
  void oneTokenServesManyThreads() throws Exception {
    IntStream.range(0, 40).forEach(i -> stub.then(200, FINE));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Doc>> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> threads.submit(() -> client.sales().sale("S" + i)))
            .toList();
    for (Future<Doc> answer : answers) {
      assertEquals("S1", answer.get().text("id"));
    }
    threads.shutdown();
    assertEquals(1, stub.tokens.get());
  }

  @Test
  void aTokenIsRenewedFiveMinutesBeforeItsEnd() {
    stub.then(200, FINE).then(200, FINE);
    client.sales().sale("S1");
    stub.clock.advance(Duration.ofHours(9).minusMinutes(5));
    client.sales().sale("S1");
    assertEquals(2, stub.tokens.get());
  }

  @Test
  void changedCredentialsHoldFromTheNextCallOn() {
    stub.then(200, FINE).then(200, FINE);
    client.sales().sale("S1");
    stub.account.set(StubExchange.account("id-2"));
    client.sales().sale("S1");
    assertEquals(List.of("Bearer token-1", "Bearer token-2"), bearers());
  }

  @Test
  void aRefusedTokenIsReplacedOnceAndTheCallRepeated() {
    stub.then(401, "{\"error\":\"invalid_token\"}").then(200, FINE);
    client.sales().sale("S1");
    assertEquals(List.of("Bearer token-1", "Bearer token-2"), bearers());
  }

  @Test
  void aSecondRefusalOfTheTokenIsTold() {
    stub.then(401, "{}").then(401, "{}");
    PayPalException refusal = refusal();
    assertEquals("paypal-credentials-refused", refusal.code());
    assertEquals(ErrorKind.UNAVAILABLE, refusal.kind());
  }

  @Test
  void tooManyCallsWaitAsLongAsPayPalSays() {
    stub.then(429, "{\"name\":\"RATE_LIMIT_REACHED\"}", "retry-after", "7").then(200, FINE);
    client.sales().sale("S1");
    assertEquals(List.of(Duration.ofSeconds(7)), stub.waits);
  }

  @Test
  void nobodyWaitsForHours() {
    stub.then(429, "{}", "retry-after", "7200");
    assertEquals("paypal-busy", refusal().code());
    assertTrue(stub.waits.isEmpty());
  }

  @Test
  void withoutAWordOfPayPalTheWaitGrowsAndIsSpread() {
    stub.then(429, "{}").then(503, "").then(429, "{}").then(200, FINE);
    client.sales().sale("S1");
    List<Long> waits = stub.waits.stream().map(Duration::toMillis).toList();
    assertTrue(waits.get(0) >= 500 && waits.get(0) < 1000, waits::toString);
    assertTrue(waits.get(1) >= 1000 && waits.get(1) < 2000, waits::toString);
    assertTrue(waits.get(2) >= 2000 && waits.get(2) < 4000, waits::toString);
  }

  @Test
  void whatMayHaveHappenedIsRepeatedUnderTheSameRequestId() {
    stub.then(500, "").thenNothing().then(201, "{\"id\":\"I-1\",\"trunc").then(200, FINE);
    Doc created = client.subscriptions().create("tv-open-1", Doc.of(Map.of("plan_id", "P-1")));
    assertEquals("S1", created.text("id"));
    Set<String> ids =
        stub.calls.stream()
            .map(call -> call.headers().getOrDefault("PayPal-Request-Id", ""))
            .collect(Collectors.toSet());
    assertEquals(Set.of("tv-open-1"), ids);
    assertEquals(4, stub.calls.size());
  }

  @Test
  void aPayPalThatStaysAwayIsUnavailable() {
    stub.thenNothing().thenNothing().thenNothing().thenNothing();
    assertEquals("paypal-unreachable", refusal().code());
  }

  @Test
  void anAnswerThatNeverIsWholeIsUnavailable() {
    IntStream.range(0, 4).forEach(i -> stub.then(200, "{\"id\":"));
    assertEquals("paypal-answer-unreadable", refusal().code());
  }

  @Test
  void aRefusalIsToldAtOnceWithTheDebugId() {
    stub.then(
        422,
        """
        {"name":"UNPROCESSABLE_ENTITY","debug_id":"b1a2c3",
         "details":[{"issue":"SUBSCRIPTION_CANNOT_BE_ACTIVATED"}]}
        """);
    PayPalException refusal =
        assertThrows(
            PayPalException.class, () -> client.subscriptions().activate("I-1", "paid again"));
    assertEquals("paypal-subscription-cannot-be-activated", refusal.code());
    assertEquals(ErrorKind.CONFLICT, refusal.kind());
    assertEquals("b1a2c3", refusal.debugId());
    assertTrue(refusal.getMessage().contains("b1a2c3"), refusal::getMessage);
  }

  @Test
  void whatStandsInARefusalIsNotForOthersToWrite() {
    stub.then(400, "{\"name\":\"<script>\",\"debug_id\":\"1 2\",\"message\":\"call me\"}");
    String message = refusal().getMessage();
    assertFalse(message.contains("script") || message.contains("call me"), message);
  }

  @Test
  void aCaptureMayBeDecidedLater() {
    stub.then(202, "");
    assertEquals(
        Optional.empty(),
        client.subscriptions().capture("tv-1", "I-1", Money.of("9.99", "USD"), "open balance"));
  }

  @Test
  void noSecretIsInAnyText() {
    stub.then(200, FINE);
    client.sales().sale("S1");
    String texts = stub.account.get() + " " + stub.calls;
    assertFalse(texts.contains("hush-hush") || texts.contains("token-1"), texts);
  }

  @Test
  void fiveCallsASecondAndNoMore() {
    IntStream.range(0, 30).forEach(i -> stub.then(200, FINE));
    IntStream.range(0, 30).forEach(i -> client.sales().sale("S1"));
    Duration took = Duration.between(StubExchange.NOW, stub.clock.instant());
    assertTrue(took.compareTo(Duration.ofSeconds(5)) >= 0, took::toString);
    assertTrue(took.compareTo(Duration.ofSeconds(6)) <= 0, took::toString);
  }

  @Test
  void anIdThatLeavesItsPathIsNoIds() {
    TrueVaultException refusal =
        assertThrows(
            TrueVaultException.class,
            () -> client.subscriptions().get("../../notifications/webhooks"));
    assertEquals("paypal-not-found", refusal.code());
    assertTrue(stub.calls.isEmpty());
  }

  @Test
  void aSignInTellsWhatTheAppLacks() {
    PayPalClient.Grant grant = client.signIn();
    assertEquals("APP-1", grant.app());
    assertEquals(List.of("disputes", "refunds", "subscriptions", "webhooks"), grant.missing());
  }

  @Test
  void theBytesOfAnEventAreAskedAboutAsTheyCame() {
    stub.then(200, "{\"verification_status\":\"SUCCESS\"}");
    String event = "{\"url\":\"https:\\/\\/a\\u003db\", \"amount\":\"0.0\" }";
    assertTrue(client.webhooks().isGenuine(Map.of("webhook_id", "WH1"), bytes(event)));
    String sent = new String(stub.calls.get(0).body(), StandardCharsets.UTF_8);
    assertEquals("{\"webhook_id\":\"WH1\",\"webhook_event\":" + event + "}", sent);
  }

  @Test
  void anEventThatWouldChangeTheQuestionIsNotAskedAbout() {
    for (String event :
        List.of(
            "{},\"webhook_id\":\"OTHER\"",
            "{\"a\":'},\"webhook_id\":\"OTHER\",\"b\":{'}",
            "{} /* */",
            "[]",
            "")) {
      assertFalse(client.webhooks().isGenuine(Map.of("webhook_id", "WH1"), bytes(event)), event);
    }
    assertTrue(stub.calls.isEmpty());
  }

  private PayPalException refusal() {
    return assertThrows(PayPalException.class, () -> client.sales().sale("S1"));
  }

  private List<String> bearers() {
    return stub.calls.stream().map(call -> call.headers().get("Authorization")).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
