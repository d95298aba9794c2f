package com.truevault.paypal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.billing.Fact;
import com.truevault.billing.PaymentGateway.Report;
import com.truevault.billing.ProviderStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static final String SUBSCRIPTION =
      """
      {"id":"I-1","status":"ACTIVE","plan_id":"P-1","custom_id":"ours",
       "create_time":"2026-02-20T10:00:00Z","start_time":"2026-02-20T10:00:00Z",
       "update_time":"2026-02-21T10:00:00Z"}
      """;

  private final StubExchange stub = new StubExchange();
  private final TestShop shop = new TestShop(stub.client(), stub.clock);

  @ParameterizedTest
  @CsvSource({
    "822.0160, USD, 822.0160 has more digits",
    "9.999, USD, 9.999 has more digits",
    "nine, USD, is not an amount",
    "9.99, DOLLAR, is not a currency",
    "0.00, USD, 0.00 USD is no payment",
    "-0.49, USD, -0.49 USD is no payment"
  })
  void anAmountThatIsNotExactIsADoubtAndNoSale(String value, String currency, String text) {
    stub.then(200, SUBSCRIPTION).then(200, transactions("COMPLETED", value, currency));
    Report report = read();
    assertEquals(List.of(), report.facts());
    assertTrue(
        report.doubts().stream().anyMatch(doubt -> doubt.contains(text)),
        report.doubts()::toString);
  }

  @Test
  void aWordThatIsNotKnownIsADoubt() {
    stub.then(200, SUBSCRIPTION.replace("ACTIVE", "PAUSED"))
        .then(200, transactions("HALF_DONE", "9.99", "USD"));
    Report report = read();
    assertEquals(ProviderStatus.UNKNOWN, report.snapshot().status());
    assertEquals(List.of(), report.facts());
    assertEquals(3, report.doubts().size(), report.doubts()::toString);
  }

  @Test
  void aRefundThatNothingNamesIsADoubt() {
    stub.then(200, SUBSCRIPTION)
        .then(200, transactions("REFUNDED", "9.99", "USD"))
        .then(200, "{\"events\":[]}")
        .then(200, "{\"id\":\"S-1\",\"parent_payment\":\"PAYID-1\"}")
        .then(404, "{\"name\":\"RESOURCE_NOT_FOUND\"}")
        .then(200, "{\"items\":[]}");
    Report report = read();
    assertEquals(1, report.facts().size());
    assertTrue(
        report.doubts().stream().anyMatch(doubt -> doubt.contains("names 0.00 USD")),
        report.doubts()::toString);
  }

  @Test
  void aRefundThatItsEventsForgotIsFoundByItsPayment() {
    stub.then(200, SUBSCRIPTION)
        .then(200, transactions("REFUNDED", "9.99", "USD"))
        .then(200, "{\"events\":[]}")
        .then(200, "{\"id\":\"S-1\",\"parent_payment\":\"PAYID-1\",\"reason_code\":\"CHARGEBACK\"}")
        .then(
            200,
            """
            {"transactions":[{"related_resources":[{"refund":{"id":"R-1","sale_id":"S-1"}}]}]}
            """)
        .then(
            200,
            """
            {"id":"R-1","state":"completed","sale_id":"S-1","create_time":"2026-02-25T10:00:00Z",
             "amount":{"total":"-9.99","currency":"USD"}}
            """)
        .then(200, "{\"items\":[]}");
    Fact.Repayment found = (Fact.Repayment) read().facts().get(1);
    assertEquals(Fact.RepaymentKind.REVERSAL, found.kind());
    assertEquals(999, found.amount().minor());
  }

  @Test
  void anAppThatMayNotSeeDisputesSeesNone() {
    stub.then(200, SUBSCRIPTION)
        .then(200, transactions("COMPLETED", "9.99", "USD"))
        .then(403, "{\"name\":\"NOT_AUTHORIZED\"}");
    assertEquals(1, read().facts().size());
  }

  @Test
  void aTransferThatIsRefusedIsARefusedSaleAndAFailure() {
    stub.then(200, SUBSCRIPTION).then(200, transactions("DECLINED", "9.99", "USD"));
    List<Fact> facts = read().facts();
    assertEquals(Fact.SaleState.DENIED, ((Fact.Sale) facts.get(0)).state());
    assertEquals("DECLINED", ((Fact.Failure) facts.get(1)).reason());
  }

  @Test
  void aFailureNotedTwiceIsOneWithReasonAndNextTry() {
    stub.then(200, failed("next_payment_retry_date"))
        .then(200, transactions("DECLINED", "9.99", "USD"));
    List<Fact> facts = read().facts();
    assertEquals(2, facts.size());
    Fact.Failure failure = (Fact.Failure) facts.get(1);
    assertEquals(Instant.parse("2026-02-20T10:00:05Z"), failure.at());
    assertEquals("PAYER_CANNOT_PAY", failure.reason());
    assertEquals(Instant.parse("2026-02-25T10:00:00Z"), failure.nextRetry());
  }

  @Test
  void aRetryInMonthNineteenIsARetryThatIsNotSaid() {
    stub.then(200, failed("next_payment_retry_time").replace("2026-02-25", "2026-19-25"))
        .then(200, "{\"transactions\":[]}");
    assertNull(((Fact.Failure) read().facts().get(0)).nextRetry());
  }

  private Report read() {
    return shop.gateway.read("I-1", Instant.EPOCH);
  }

  private static String failed(String retry) {
    return SUBSCRIPTION.replaceFirst(
        "\\{",
        """
        {"billing_info":{"failed_payments_count":1,"last_failed_payment":{
          "amount":{"value":"9.99","currency_code":"USD"},"time":"2026-02-20T10:00:07Z",
          "reason_code":"PAYER_CANNOT_PAY","%s":"2026-02-25T10:00:00Z"}},
        """
            .formatted(retry));
  }

  private static String transactions(String status, String value, String currency) {
    return """
    {"transactions":[{"id":"S-1","status":"%s","time":"2026-02-20T10:00:05Z",
      "amount_with_breakdown":{"gross_amount":{"value":"%s","currency_code":"%s"}}}]}
    """
        .formatted(status, value, currency);
  }
}
