package com.truevault.paypal;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.PaymentGateway.Approval;
import com.truevault.billing.PaymentGateway.RefundOrder;
import com.truevault.billing.ProviderStatus;
import com.truevault.paypal.testing.CheckedExchange;
import com.truevault.user.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What PayPal does for a seller, as far as no buyer is needed for it. */
abstract class PayPalContract {
  private final String reference = "c-" + UUID.randomUUID();
  private @Nullable CheckedExchange checked;
  private @Nullable TestShop opened;

  /** The way to PayPal. */
  abstract HttpExchange exchange();

  /** Whose calls these are. */
  abstract PayPalAccount account();

  abstract Timing timing();

  @AfterEach
  void allCallsAndAnswersFitPayPalsDescription() {
    if (checked != null) {
      assertEquals(List.of(), checked.breaches());
    }
  }

  @Test
  void callsAreComparedWithPayPalsDescription() {
    Assumptions.assumeTrue(
        Descriptions.checker().isPresent(),
        "PayPal's OpenAPI files are not at " + Descriptions.folder());
    shop().client.catalogue().product(PlanSetup.PRODUCT);
    assertTrue(checked != null && checked.breaches().isEmpty());
  }

  @Test
  void theAppSignsIn() {
    assertFalse(shop().client.signIn().app().isEmpty());
  }

  @Test
  void aWrongSecretIsToldAsSuch() {
    PayPalAccount real = account();
    PayPalClient stranger =
        new PayPalClient(
            exchange(),
            () ->
                new PayPalAccount(
                    real.environment(),
                    new PayPalCredentials(real.credentials().clientId(), "no-such-secret"),
                    ""),
            timing());
    assertEquals(
        "paypal-credentials-refused", assertThrows(PayPalException.class, stranger::signIn).code());
  }

  @Test
  void aSetupIsCompleteAndNeverDoneTwice() {
    TestShop shop = shop();
    shop.planSetup().apply();
    assertEquals(List.of(), shop.planSetup().plan());
    assertEquals(6, shop.plans.list(account().environment().mode()).size());
  }

  @Test
  void aSetupAdoptsWhatAnInstallationBeforeItMade() {
    shop().planSetup().apply();
    TestShop again = new TestShop(shop().client, clock());
    assertTrue(
        again.planSetup().apply().stream().allMatch(step -> step.kind() == SetupStep.Kind.ADOPT));
    assertEquals(List.of(), again.planSetup().plan());
  }

  @Test
  void anOrderWaitsForApprovalAndIsOpenedOnce() {
    TestShop shop = soldShop();
    Approval first = shop.gateway.open(TestShop.order(reference, TestShop.PERSONAL));
    Approval second = shop.gateway.open(TestShop.order(reference, TestShop.PERSONAL));
    assertEquals(first.gatewayId(), second.gatewayId());
    assertTrue(first.approvalUrl().startsWith("http"), first::approvalUrl);
    PaymentGateway.Report report = shop.gateway.read(first.gatewayId(), Instant.EPOCH);
    assertEquals(ProviderStatus.APPROVAL_PENDING, report.snapshot().status());
    assertEquals(TestShop.PERSONAL, report.snapshot().terms());
    assertEquals(reference, report.reference());
    assertEquals(List.of(), report.facts());
    assertEquals(List.of(), report.doubts());
  }

  @Test
  void otherOrdersAreOtherSubscriptions() {
    TestShop shop = soldShop();
    Approval one = shop.gateway.open(TestShop.order(reference, TestShop.PERSONAL));
    Approval other = shop.gateway.open(TestShop.order(reference + "x", TestShop.PERSONAL));
    assertNotEquals(one.gatewayId(), other.gatewayId());
  }

  @Test
  void anOrderMayBeginLater() {
    TestShop shop = soldShop();
    Instant start = clock().instant().plus(Duration.ofDays(20)).truncatedTo(SECONDS);
    Approval approval =
        shop.gateway.open(
            new PaymentGateway.Order(
                "tv-open-" + reference + "-1",
                reference,
                TestShop.FAMILY,
                "ada@example.com",
                start));
    assertEquals(
        start, shop.gateway.read(approval.gatewayId(), Instant.EPOCH).snapshot().startsAt());
  }

  @Test
  void whatNobodyApprovedNeedsNoEnd() {
    TestShop shop = soldShop();
    Approval approval = shop.gateway.open(TestShop.order(reference, TestShop.PERSONAL));
    shop.gateway.cancel(approval.gatewayId(), "changed my mind");
    shop.gateway.cancel("I-DOESNOTEXIST", "changed my mind");
  }

  @Test
  void whatNobodyApprovedCannotBePausedOrWoken() {
    TestShop shop = soldShop();
    String id = shop.gateway.open(TestShop.order(reference, TestShop.PERSONAL)).gatewayId();
    assertThrows(PayPalException.class, () -> shop.gateway.suspend(id, "test"));
    assertThrows(PayPalException.class, () -> shop.gateway.activate(id, "test"));
  }

  @Test
  void termsThatWereNotSetUpCannotBeOrdered() {
    TrueVaultException refusal =
        assertThrows(
            TrueVaultException.class,
            () ->
                shop()
                    .gateway
                    .open(
                        TestShop.order(
                            reference,
                            TestShop.terms(Plan.PERSONAL, BillingCycle.MONTHLY, "1.23"))));
    assertEquals("plan-not-set-up", refusal.code());
  }

  @Test
  void whatPayPalDoesNotKnowIsNotFound() {
    TestShop shop = shop();
    assertEquals("paypal-not-found", refusal(() -> shop.gateway.read("I-NONE", Instant.EPOCH)));
    assertEquals(
        "paypal-not-found",
        refusal(
            () ->
                shop.gateway.refund(
                    new RefundOrder(
                        "tv-refund-" + reference,
                        "00000000000000000",
                        TestShop.PERSONAL.price(),
                        "test"))));
  }

  @Test
  void aWebhookIsRegisteredOnceAndCanBeRemoved() {
    TestShop shop = shop();
    shop.webhookSetup().apply();
    String id = shop.webhookId();
    assertTrue(shop.webhookSetup().apply().stream().allMatch(s -> s.text().contains(id)));
    shop.client.webhooks().delete(id);
    assertNull(
        shop.client.webhooks().list().stream()
            .filter(webhook -> webhook.text("id").equals(id))
            .findFirst()
            .orElse(null));
  }

  @Test
  void aForgedDeliveryIsNotPayPals() {
    TestShop shop = shop();
    shop.webhookSetup().apply();
    Map<String, String> said =
        Map.of(
            "auth_algo",
            "SHA256withRSA",
            "cert_url",
            account().environment().apiBase() + "/v1/notifications/certs/CERT-none",
            "transmission_id",
            UUID.randomUUID().toString(),
            "transmission_sig",
            "c2lnbmF0dXJl",
            "transmission_time",
            clock().instant().truncatedTo(SECONDS).toString(),
            "webhook_id",
            shop.webhookId());
    byte[] event = "{\"id\":\"WH-1\"}".getBytes(StandardCharsets.UTF_8);
    assertFalse(shop.client.webhooks().isGenuine(said, event));
    shop.client.webhooks().delete(shop.webhookId());
  }

  @Test
  void eventsOfThreeDaysCanBeListed() {
    Instant now = clock().instant();
    shop().client.webhooks().events(now.minus(Duration.ofDays(3)), now);
  }

  final TestShop shop() {
    if (opened == null) {
      HttpExchange way =
          Descriptions.checker()
              .<HttpExchange>map(
                  checker -> {
                    checked = new CheckedExchange(exchange(), checker);
                    return checked;
                  })
              .orElseGet(this::exchange);
      opened = new TestShop(new PayPalClient(way, this::account, timing()), clock());
    }
    return opened;
  }

  final TestShop soldShop() {
    shop().planSetup().apply();
    return shop();
  }

  final InstantSource clock() {
    return timing().clock();
  }

  static String refusal(Executable call) {
    return assertThrows(TrueVaultException.class, call).code();
  }
}
