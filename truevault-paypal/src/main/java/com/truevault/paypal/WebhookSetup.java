package com.truevault.paypal;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.paypal.SetupStep.Kind;
import com.truevault.paypal.SetupStep.Move;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Has PayPal tell us what happens. Doing it again does nothing. */
public final class WebhookSetup {
  /** Where deliveries arrive, below the address of the site. */
  public static final String PATH = "/webhooks/paypal";

  /** What we want to hear of: all that changes access or money, and what undoes a setup. */
  public static final List<String> EVENTS =
      List.of(
          "BILLING.SUBSCRIPTION.CREATED",
          "BILLING.SUBSCRIPTION.ACTIVATED",
          "BILLING.SUBSCRIPTION.UPDATED",
          "BILLING.SUBSCRIPTION.SUSPENDED",
          "BILLING.SUBSCRIPTION.CANCELLED",
          "BILLING.SUBSCRIPTION.EXPIRED",
          "BILLING.SUBSCRIPTION.PAYMENT.FAILED",
          "PAYMENT.SALE.COMPLETED",
          "PAYMENT.SALE.PENDING",
          "PAYMENT.SALE.DENIED",
          "PAYMENT.SALE.REFUNDED",
          "PAYMENT.SALE.REVERSED",
          "CUSTOMER.DISPUTE.CREATED",
          "CUSTOMER.DISPUTE.UPDATED",
          "CUSTOMER.DISPUTE.RESOLVED",
          "BILLING.PLAN.PRICING-CHANGE.ACTIVATED",
          "BILLING.PLAN.DEACTIVATED");

  private final PayPalClient client;
  private final URI site;
  private final Consumer<String> keep;

  /**
   * A webhook for that site.
   *
   * @param site scheme and host of the site
   * @param keep writes down what PayPal calls the webhook
   */
  public WebhookSetup(PayPalClient client, URI site, Consumer<String> keep) {
    this.client = client;
    this.site = site;
    this.keep = keep;
  }

  /**
   * What would be done; empty if everything is in place.
   *
   * @throws TrueVaultException INVALID if real money moves and the site is not reached by https
   */
  public List<SetupStep> plan() {
    return moves().stream().map(Move::step).toList();
  }

  /** Does it, and returns what was done. */
  public List<SetupStep> apply() {
    List<Move> moves = moves();
    moves.forEach(move -> move.action().run());
    return moves.stream().map(Move::step).toList();
  }

  private List<Move> moves() {
    String url = url();
    Optional<Doc> there =
        client.webhooks().list().stream()
            .filter(webhook -> webhook.text("url").equals(url))
            .findFirst();
    if (there.isEmpty()) {
      return List.of(
          Move.of(
              Kind.CREATE,
              "register the webhook " + url,
              () -> keep.accept(client.webhooks().create(url, EVENTS).text("id"))));
    }
    String id = there.get().text("id");
    if (!hears(there.get())) {
      return List.of(
          Move.of(
              Kind.CHANGE,
              "change the events of the webhook " + url + " (" + id + ")",
              () -> {
                client.webhooks().listen(id, EVENTS);
                keep.accept(id);
              }));
    }
    return id.equals(client.account().webhookId())
        ? List.of()
        : List.of(
            Move.of(Kind.ADOPT, "use the webhook " + url + " (" + id + ")", () -> keep.accept(id)));
  }

  private static boolean hears(Doc webhook) {
    Set<String> types =
        webhook.list("event_types").stream()
            .map(type -> type.text("name"))
            .collect(Collectors.toSet());
    return types.equals(new HashSet<>(EVENTS)) || types.equals(Set.of("*"));
  }

  private String url() {
    if (client.account().environment().isLive() && !"https".equals(site.getScheme())) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "webhook-needs-https",
          "paypal delivers to https only, and the site is at "
              + site
              + "; set web.base-url to its public https address");
    }
    String base = site.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH;
  }
}
