package com.truevault.paypal.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.paypal.HttpExchange;
import com.truevault.paypal.PayPalClient;
import com.truevault.paypal.Timing;
import com.truevault.paypal.webhook.PayPalAnswers.Opinion;
import com.truevault.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAnswersTest {
  private final SettableClock clock = new SettableClock(SignedDelivery.NOW);
  private int status = 200;
  private String answer = "{}";
  private String asked = "";
  private final ClientAnswers answers =
      new ClientAnswers(
          new PayPalClient(
              this::send, SignedDelivery::account, Timing.real(clock, new SecureRandom())));

  private HttpExchange.Answer send(HttpExchange.Call call) {
    if (call.uri().getPath().endsWith("/token")) {
      return new HttpExchange.Answer(
          200, Map.of(), bytes("{\"access_token\":\"A\",\"expires_in\":32400}"));
    }
    asked = call + " " + new String(call.body(), StandardCharsets.UTF_8);
    return new HttpExchange.Answer(status, Map.of(), bytes(answer));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Opinion opinion() throws UnverifiedException {
    SignedDelivery delivery = SignedDelivery.of(SignedDelivery.BODY);
    return answers.opinion(
        Transmission.of(delivery.headers()), SignedDelivery.WEBHOOK_ID, delivery.body());
  }

  @Test
  void payPalIsShownWhatItSentByteByByte() throws Exception {
    answer = "{\"verification_status\":\"SUCCESS\"}";
    assertEquals(Opinion.SENT, opinion());
    assertTrue(asked.contains("\"webhook_event\":" + SignedDelivery.BODY + "}"), asked);
    assertTrue(asked.contains("\"webhook_id\":\"" + SignedDelivery.WEBHOOK_ID + "\""), asked);
    assertTrue(asked.contains("\"transmission_time\":\"" + SignedDelivery.NOW + "\""), asked);
    answer = "{\"verification_status\":\"FAILURE\"}";
    assertEquals(Opinion.NOT_SENT, opinion());
    status = 403;
    assertEquals(Opinion.NONE, opinion());
  }

  @Test
  void theSaleOfARefundIsAskedFor() {
    answer = "{\"id\":\"R-1\",\"sale_id\":\"S-1\"}";
    assertEquals(Optional.of("S-1"), answers.saleOfRefund("R-1"));
    answer = "{\"id\":\"R-1\"}";
    assertEquals(Optional.empty(), answers.saleOfRefund("R-1"));
    status = 404;
    assertEquals(Optional.empty(), answers.saleOfRefund("R-1"));
    status = 403;
    assertThrows(TrueVaultException.class, () -> answers.saleOfRefund("R-1"));
  }
}
