package com.truevault.paypal;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Fact;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.billing.PaymentGateway;
import com.truevault.billing.ProviderStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Subscriptions at PayPal. What PayPal lets nobody do twice is done after a look at how things are,
 * so every method may be repeated. Safe for use by many threads.
 */
public final class PayPalGateway implements PaymentGateway {
  private static final String STATUS_INVALID = "SUBSCRIPTION_STATUS_INVALID";

  private final PayPalClient client;
  private final KnownPlans plans;
  private final Supplier<CheckoutPages> pages;
  private final InstantSource clock;

  /**
   * A gateway by that client.
   *
   * @param plans what was set up by {@link PlanSetup}
   * @param pages asked at every approval
   */
  public PayPalGateway(
      PayPalClient client,
      GatewayPlanStore plans,
      Supplier<CheckoutPages> pages,
      InstantSource clock) {
    this.client = client;
    this.plans = new KnownPlans(plans, () -> client.account().environment().mode());
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Approval open(Order order) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("plan_id", plans.idOf(order.terms()));
    wanted.put("custom_id", order.reference());
    wanted.put("subscriber", Map.of("email_address", order.email()));
    wanted.put("application_context", pages.get().context());
    Instant start = order.startsAt();
    if (start != null && start.isAfter(clock.instant())) {
      wanted.put("start_time", start.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    Doc opened = client.subscriptions().create(order.requestId(), Doc.of(wanted));
    return approval(opened.text("id"), opened);
  }

  @Override
  public Approval revise(String gatewayId, Order order) {
    String plan = plans.idOf(order.terms());
    CheckoutPages shown = pages.get();
    if (client.subscriptions().get(gatewayId).text("plan_id").equals(plan)) {
      return new Approval(gatewayId, shown.approved().toString());
    }
    Doc change = Doc.of(Map.of("plan_id", plan, "application_context", shown.context()));
    return approval(gatewayId, client.subscriptions().revise(gatewayId, change));
  }

  @Override
  public Report read(String gatewayId, Instant since) {
    return new Reading(client, plans).read(gatewayId, since, clock.instant());
  }

  /**
   * {@inheritDoc} What nobody approved cannot be ended at PayPal, which forgets it by itself; if it
   * is approved after all, its reading says so.
   */
  @Override
  public void cancel(String gatewayId, String reason) {
    try {
      if (isOver(status(gatewayId))) {
        return;
      }
      client.subscriptions().cancel(gatewayId, reason);
    } catch (PayPalException e) {
      if (e.code().equals(Refusals.UNKNOWN)) {
        return;
      }
      if (!e.names(STATUS_INVALID) || !isOver(status(gatewayId))) {
        throw e;
      }
    }
  }

  @Override
  public void suspend(String gatewayId, String reason) {
    if (status(gatewayId) != ProviderStatus.SUSPENDED) {
      act(
          gatewayId,
          ProviderStatus.SUSPENDED,
          () -> client.subscriptions().suspend(gatewayId, reason));
    }
  }

  @Override
  public void activate(String gatewayId, String reason) {
    if (status(gatewayId) != ProviderStatus.ACTIVE) {
      act(
          gatewayId,
          ProviderStatus.ACTIVE,
          () -> client.subscriptions().activate(gatewayId, reason));
    }
  }

  @Override
  public Fact.Repayment refund(RefundOrder order) {
    Doc refund =
        client.sales().giveBack(order.requestId(), order.saleId(), order.amount(), order.reason());
    String state = refund.text("state");
    if (refund.text("id").isEmpty() || state.equals("failed") || state.equals("cancelled")) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "refund-failed",
          "paypal could not give %s of the sale %s back; look at the sale there"
              .formatted(order.amount(), order.saleId()));
    }
    Instant at = refund.time("create_time");
    return new Fact.Repayment(
        refund.text("id"),
        order.saleId(),
        Fact.RepaymentKind.REFUND,
        order.amount(),
        at == null ? clock.instant() : at);
  }

  /** Acts; a refusal because of the status is none if somebody brought it there meanwhile. */
  private void act(String gatewayId, ProviderStatus aim, Runnable action) {
    try {
      action.run();
    } catch (PayPalException e) {
      if (!e.names(STATUS_INVALID) || status(gatewayId) != aim) {
        throw e;
      }
    }
  }

  private ProviderStatus status(String gatewayId) {
    return SnapshotReading.status(client.subscriptions().get(gatewayId).text("status"));
  }

  private static boolean isOver(ProviderStatus status) {
    return status.isFinal() || status == ProviderStatus.APPROVAL_PENDING;
  }

  private static Approval approval(String id, Doc answer) {
    String link = answer.link("approve");
    if (id.isEmpty() || link.isEmpty()) {
      throw new PayPalException(
          "paypal-answer-unreadable", "paypal named no page for the approval; try again", null);
    }
    return new Approval(id, link);
  }
}
