package com.truevault.paypal.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.truevault.webhook.DeliveryState;
import com.truevault.webhook.WebhookDelivery;
import com.truevault.webhook.WebhookReader.About;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSubjectsTest {
  private static final About NOTHING = new About(null, null, null, false);

  private final PayPalWebhooks webhooks =
      new PayPalWebhooks(
          SignedDelivery::account,
          address -> java.util.List.of(),
          new PayPalAnswers() {
            @Override
            public Opinion opinion(Transmission transmission, String webhookId, byte[] body) {
              return Opinion.NONE;
            }

            @Override
            public Optional<String> saleOfRefund(String refundId) {
              return refundId.equals("77689802DL785834G")
                  ? Optional.of("80021663DE681814L")
                  : Optional.empty();
            }
          },
          VerificationPolicy.STRICT,
          () -> SignedDelivery.NOW);

  private About about(byte[] body) {
    return webhooks.about(
        new WebhookDelivery(
            "WH-1",
            "A.B",
            "t-1",
            Map.of(),
            body,
            "verified",
            Instant.EPOCH,
            DeliveryState.NEW,
            0,
            ""));
  }

  private About about(String type, String resource) {
    return about(
        "{\"id\":\"WH-1\",\"create_time\":\"2018-19-12T22:20:32.000Z\",\"event_type\":\"%s\",%s}"
            .formatted(type, resource)
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void subscriptionsAreNamedByTheirIdAndOurs() {
    assertEquals(
        new About("I-BW452GLLEP1G", "our-id", null, true),
        about(
            "BILLING.SUBSCRIPTION.ACTIVATED",
            "\"resource_type\":\"subscription\",\"resource_version\":\"2.0\","
                + "\"resource\":{\"id\":\"I-BW452GLLEP1G\",\"custom_id\":\"our-id\",\"status\":1}"));
    assertEquals(
        new About("I-1", null, null, true),
        about(
            "BILLING.SUBSCRIPTION.PAYMENT.FAILED",
            "\"resource_type\":\"subscription\",\"resource\":{\"id\":\"I-1\",\"custom_id\":{}}"));
  }

  @Test
  void agreementsFromBeforeSubscriptionsChangeNothing() {
    assertEquals(
        NOTHING,
        about(
            "BILLING.SUBSCRIPTION.CANCELLED",
            "\"resource_type\":\"Agreement\",\"resource\":{\"id\":\"I-PE7JWXKGVN0R\","
                + "\"state\":\"Cancelled\"}"));
  }

  @Test
  void salesAreNamedByTheirSubscription() {
    assertEquals(
        new About("I-1", "our-id", "80021663DE681814L", true),
        about(
            "PAYMENT.SALE.COMPLETED",
            "\"resource\":{\"id\":\"80021663DE681814L\",\"billing_agreement_id\":\"I-1\","
                + "\"custom\":\"our-id\",\"links\":[{\"href\":\"https:\\/\\/api.paypal.com\\/x\"}]}"));
    assertEquals(
        new About(null, "our-id", "S-1", true),
        about("PAYMENT.SALE.DENIED", "\"resource\":{\"id\":\"S-1\",\"custom_id\":\"our-id\"}"));
    assertEquals(
        NOTHING, about("PAYMENT.SALE.COMPLETED", "\"resource\":{\"id\":\"80021663DE681814L\"}"));
  }

  @Test
  void repaymentsAreNamedByTheirSaleHoweverItIsWritten() {
    assertEquals(
        new About(null, null, "S-1", true),
        about("PAYMENT.SALE.REFUNDED", "\"resource\":{\"id\":\"R-1\",\"sale_id\":\"S-1\"}"));
    assertEquals(
        new About(null, null, "S-2", true),
        about(
            "PAYMENT.SALE.REVERSED",
            "\"resource\":{\"id\":\"R-1\",\"links\":[{\"rel\":\"sale\","
                + "\"href\":\"https://api.paypal.com/v1/payments/sale/S-2\"}]}"));
    assertEquals(
        new About(null, null, "80021663DE681814L", true),
        about(
            "PAYMENT.SALE.REVERSED",
            "\"resource\":{\"id\":\"other\",\"amount\":{\"total\":\"-0.49\"},\"links\":[7,{},"
                + "{\"href\":\"https://api.paypal.com/v1/payments/refund/77689802DL785834G\"}]}"));
    assertEquals(
        new About(null, null, null, true),
        about("PAYMENT.SALE.REVERSED", "\"resource\":{\"id\":\"R-9\"}"));
  }

  @Test
  void disputesAreNamedByTheSaleTheyAreAbout() {
    assertEquals(
        new About(null, null, "S-1", true),
        about(
            "CUSTOMER.DISPUTE.CREATED",
            "\"resource\":{\"dispute_id\":\"PP-D-1\",\"disputed_transactions\":"
                + "[{\"seller_transaction_id\":\"S-1\"}]}"));
  }

  @Test
  void changedPlansAreForTheOperator() {
    About operator = new About(null, null, null, true);
    assertEquals(operator, about("BILLING.PLAN.DEACTIVATED", "\"resource\":{\"id\":\"P-1\"}"));
    assertEquals(
        operator, about("BILLING.PLAN.PRICING-CHANGE.ACTIVATED", "\"resource\":{\"id\":\"P-1\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BILLING.PLAN.CREATED",
        "PAYMENT.CAPTURE.COMPLETED",
        "CHECKOUT.ORDER.APPROVED",
        "NEVER.HEARD.OF"
      })
  void whatIsNotKnownChangesNothing(String type) {
    assertEquals(NOTHING, about(type, "\"resource\":{\"id\":\"X-1\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"resource\":null",
        "\"resource\":[]",
        "\"resource\":7e999999999",
        "\"resource\":{\"id\":[[[[]]]]}",
        "\"resource\":{\"id\":{\"id\":\"I-1\"}}",
        "\"resource\":{\"id\":\"I-1'; drop table subscriptions; --\"}",
        "\"resource\":{\"links\":{\"href\":\"https://api.paypal.com/v1/payments/sale/S-1\"}}"
      })
  void shapesThatAreNotKnownNameNothing(String resource) {
    for (String type :
        new String[] {
          "BILLING.SUBSCRIPTION.ACTIVATED", "PAYMENT.SALE.REFUNDED", "CUSTOMER.DISPUTE.CREATED"
        }) {
      About about = about(type, resource);
      assertEquals(null, about.subscription());
      assertEquals(null, about.saleId());
    }
  }

  @Test
  void hostileJsonIsNoEvent() {
    String deep = "[".repeat(100_000);
    for (String body :
        new String[] {
          deep,
          "{\"id\":\"WH-1\",\"event_type\":\"A\",\"resource\":" + deep + "}",
          "{'id':'WH-1','event_type':'A'}",
          "{\"id\":\"WH-1\",\"event_type\":\"A\",}",
          "\u0000",
          "{\"id\":\"WH-1\" // comment\n,\"event_type\":\"A\"}"
        }) {
      assertFalse(about(body.getBytes(StandardCharsets.UTF_8)).isRelevant(), body);
    }
    assertEquals(NOTHING, about(new byte[] {(byte) 0xff, (byte) 0xfe, 0x00}));
  }

  @Test
  void namesThatStandTwiceAreNoTrouble() {
    About about =
        about(
            "BILLING.SUBSCRIPTION.UPDATED",
            "\"resource_type\":\"subscription\",\"resource\":{\"id\":\"I-1\",\"id\":\"I-2\"}");
    assertEquals("I-2", String.valueOf(about.subscription()));
  }
}
