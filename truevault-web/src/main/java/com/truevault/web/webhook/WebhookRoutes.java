package com.truevault.web.webhook;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.webhook.WebhookInbox;
import com.truevault.webhook.WebhookReader.Outcome;
import com.truevault.webhook.WebhookReader.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries in. The provider repeats what was not answered by 200: 200 means that the
 * delivery is committed, 503 that it has to come again, 400 that it is not the provider's.
 */
public final class WebhookRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);
  private static final int LARGEST = 256 * 1024;

  /** What may be wrong with a delivery, in the order in which it is looked for. */
  private static final String[] PROBLEMS = {
    "header-missing",
    "header-duplicate",
    "header-too-long",
    "header-malformed",
    "transmission-time-unreadable",
    "body-too-large",
    "algorithm-unknown",
    "cert-url-unreadable",
    "cert-url-scheme",
    "cert-url-user",
    "cert-url-host",
    "cert-url-port",
    "cert-url-path",
    "webhook-id-missing",
    "webhook-id-placeholder",
    "cert-unavailable",
    "cert-unreadable",
    "chain-expired",
    "chain-untrusted",
    "subject-wrong",
    "key-unsuitable",
    "signature-encoding",
    "signature-wrong",
    "transmission-too-old",
    "transmission-in-future",
    "denied-by-paypal",
    "event-unreadable",
    "webhooks-not-configured",
    "delivery-not-kept"
  };

  private final WebhookInbox inbox;

  /** Keeps deliveries in the given inbox. */
  public WebhookRoutes(WebhookInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void define(Router router) {
    router
        .post("/webhooks/paypal", this::receive)
        .access(Access.ANYONE)
        .api()
        .signed()
        .summary("Takes a signed delivery of PayPal")
        .maxBody(LARGEST)
        .answers(200, ReceiptJson.class)
        .problems(PROBLEMS);
  }

  private Response receive(Request request) {
    Map<String, List<String>> headers =
        inbox.headers().stream().collect(Collectors.toMap(Function.identity(), request::headers));
    Verdict verdict = kept(headers, request.body());
    if (verdict.outcome() == Outcome.GENUINE) {
      return Response.json(new ReceiptJson(verdict.reason()));
    }
    LOG.atWarn()
        .addKeyValue("requestId", request.id())
        .addKeyValue("reason", verdict.reason())
        .log("delivery not taken: {}", verdict.text());
    throw new TrueVaultException(
        verdict.outcome() == Outcome.REFUSED ? ErrorKind.INVALID : ErrorKind.UNAVAILABLE,
        verdict.reason(),
        verdict.text());
  }

  private Verdict kept(Map<String, List<String>> headers, byte[] body) {
    try {
      return inbox.receive(headers, body);
    } catch (RuntimeException failure) {
      throw new TrueVaultException(
          ErrorKind.UNAVAILABLE, "delivery-not-kept", "the delivery could not be kept", failure);
    }
  }
}
