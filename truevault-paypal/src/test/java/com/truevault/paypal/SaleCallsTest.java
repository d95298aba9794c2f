package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.billing.Money;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaleCallsTest {
  private final StubExchange stub = new StubExchange();

  @Test
  void aRefundFollowsTheLinkOfTheSale() {
    assertEquals(
        URI.create("https://api-m.sandbox.paypal.com/v2/payments/captures/S1/refund"),
        target("https://api-m.sandbox.paypal.com/v2/payments/captures/S1/refund"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.sandbox.paypal.com/v1/payments/sale/S2/refund",
        "https://api-m.sandbox.paypal.com.example.com/v1/payments/sale/S2/refund",
        "https://api-m.sandbox.paypal.com@example.com/v1/refund",
        "https://api-m.sandbox.paypal.com:8443/v1/refund",
        "http://api-m.sandbox.paypal.com/v1/refund",
        "https://api-m.sandbox.paypal.com/v1/../../evil",
        "https://api-m.sandbox.paypal.com/v1/refund?to=elsewhere",
        ""
      })
  void aLinkThatLeadsElsewhereIsNotFollowed(String link) {
    assertEquals(
        URI.create("https://api-m.sandbox.paypal.com/v1/payments/sale/S1/refund"), target(link));
  }

  private URI target(String link) {
    stub.then(200, "{\"id\":\"S1\",\"links\":[{\"rel\":\"refund\",\"href\":\"" + link + "\"}]}");
    stub.then(201, "{\"id\":\"R1\"}");
    stub.client().sales().giveBack("tv-refund-1", "S1", Money.of("1.00", "USD"), "by agreement");
    return stub.calls.get(1).uri();
  }
}
