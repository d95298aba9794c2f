package com.truevault.paypal;

import com.truevault.billing.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subscriptions at PayPal; calls about one of them never run beside each other. */
public final class SubscriptionCalls {
  private static final String SUBSCRIPTIONS = "/v1/billing/subscriptions";
  private static final Duration WINDOW = Duration.ofDays(31);
  private static final int REASON = 128;

  private final PayPalClient client;

  SubscriptionCalls(PayPalClient client) {
    this.client = client;
  }

  /** Creates a subscription that waits for approval. */
  public Doc create(String requestId, Doc subscription) {
    return client.call(Ask.post(SUBSCRIPTIONS, subscription).once(requestId)).body();
  }

  /** A subscription with its plan and its last failure. */
  public Doc get(String id) {
    return client
        .call(Ask.get(path(id), Map.of("fields", "last_failed_payment,plan")).about(id))
        .body();
  }

  /**
   * Changes members.
   *
   * @param operations as of RFC 6902: {@code op}, {@code path} and {@code value}
   */
  public void patch(String id, List<Doc> operations) {
    client.call(Ask.patch(path(id), Doc.list(operations)).about(id));
  }

  /** Asks for another plan, which waits for approval. */
  public Doc revise(String id, Doc change) {
    return client.call(Ask.post(path(id) + "/revise", change).about(id)).body();
  }

  /** Pauses an active subscription. */
  public void suspend(String id, String reason) {
    act(id, "suspend", reason);
  }

  /** Wakes a paused subscription. */
  public void activate(String id, String reason) {
    act(id, "activate", reason);
  }

  /** Ends a subscription. */
  public void cancel(String id, String reason) {
    act(id, "cancel", reason);
  }

  /** Collects what is outstanding; empty if PayPal tells the result only later. */
  public Optional<Doc> capture(String requestId, String id, Money amount, String note) {
    Doc capture =
        Doc.of(
            Map.of(
                "note",
                line(note),
                "capture_type",
                "OUTSTANDING_BALANCE",
                "amount",
                Map.of(
                    "currency_code",
                    amount.currency().getCurrencyCode(),
                    "value",
                    amount.amount())));
    Reply reply = client.call(Ask.post(path(id) + "/capture", capture).once(requestId).about(id));
    return reply.isLater() ? Optional.empty() : Optional.of(reply.body());
  }

  /** The transactions of that time, in windows that PayPal accepts. */
  public List<Doc> transactions(String id, Instant from, Instant until) {
    List<Doc> all = new ArrayList<>();
    for (Instant start = from; start.isBefore(until); start = start.plus(WINDOW)) {
      Instant end = start.plus(WINDOW);
      all.addAll(window(id, start, end.isBefore(until) ? end : until));
    }
    return all;
  }

  private List<Doc> window(String id, Instant from, Instant until) {
    return client
        .call(
            Ask.get(
                    path(id) + "/transactions",
                    Map.of("start_time", moment(from), "end_time", moment(until)))
                .about(id))
        .body()
        .list("transactions");
  }

  private void act(String id, String action, String reason) {
    Doc body = Doc.of(Map.of("reason", line(reason)));
    client.call(Ask.post(path(id) + "/" + action, body).about(id));
  }

  private static String path(String id) {
    return SUBSCRIPTIONS + "/" + Ask.id(id);
  }

  private static String moment(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String line(String text) {
    String line = text.isBlank() ? "no reason given" : text;
    return line.length() <= REASON ? line : line.substring(0, REASON);
  }
}
