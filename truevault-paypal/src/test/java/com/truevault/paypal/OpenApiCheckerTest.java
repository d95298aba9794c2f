package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.paypal.HttpExchange.Answer;
import com.truevault.paypal.HttpExchange.Call;
import com.truevault.paypal.testing.OpenApiChecker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiCheckerTest {
  private static final String SUBSCRIPTIONS = "/v1/billing/subscriptions";

  @BeforeEach
  void requireDescriptions() {
    Assumptions.assumeTrue(
        Descriptions.checker().isPresent(),
        "PayPal's OpenAPI files are not at " + Descriptions.folder());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | " + SUBSCRIPTIONS + " | {} | lacks plan_id",
        "POST | " + SUBSCRIPTIONS + " | {\"plan_id\":7} | is no string",
        "POST | " + SUBSCRIPTIONS + " | {\"plan_id\":\"P\"} | breaks minLength",
        "POST | " + SUBSCRIPTIONS + " | {\"plan_id\":\"P-123\",\"start_time\":\"soon\"} | match",
        "POST | " + SUBSCRIPTIONS + "/I-1/revise | [] | is no object",
        "POST | " + SUBSCRIPTIONS + "/I-1/cancel | {} | lacks reason",
        "GET | " + SUBSCRIPTIONS + "/I-1/transactions | '' | lacks the parameter start_time",
        "GET | " + SUBSCRIPTIONS + "/I-1?colour=red | '' | unknown parameter colour",
        "GET | /v1/billing/plans?page_size=21 | '' | maximum",
        "DELETE | " + SUBSCRIPTIONS + "/I-1 | '' | is not an operation",
        "POST | /v1/catalogs/products | {\"name\":\"VPN\",\"type\":\"GIFT\"} | is not one of"
      })
  void aCallThatBreaksTheDescriptionIsNamed(
      String method, String path, String body, String expected) {
    List<String> breaches = checker().breaches(call(method, path, body));
    assertTrue(breaches.stream().anyMatch(breach -> breach.contains(expected)), breaches::toString);
  }

  @Test
  void aCallThatFitsIsFine() {
    Call call = call("POST", SUBSCRIPTIONS, "{\"plan_id\":\"P-123\"}");
    assertEquals(List.of(), checker().breaches(call));
    assertEquals(
        List.of(), checker().breaches(call, answer(201, "{\"id\":\"I-123\",\"more\":[1]}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "201 | {\"status\":\"PAUSED\"} | is not one of",
        "201 | '' | has no body",
        "201 | {\"billing_info\":{\"failed_payments_count\":0}} | lacks outstanding_balance",
        "422 | {\"name\":\"X\"} | is not one of"
      })
  void anAnswerThatBreaksTheDescriptionIsNamed(int status, String body, String expected) {
    Call call = call("POST", SUBSCRIPTIONS, "{\"plan_id\":\"P-123\"}");
    List<String> breaches = checker().breaches(call, answer(status, body));
    assertTrue(breaches.stream().anyMatch(breach -> breach.contains(expected)), breaches::toString);
  }

  private static OpenApiChecker checker() {
    return Descriptions.checker().orElseThrow();
  }

  private static Call call(String method, String path, String body) {
    return new Call(
        method,
        URI.create("https://api-m.sandbox.paypal.com" + path),
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Duration.ofSeconds(1),
        1000);
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
