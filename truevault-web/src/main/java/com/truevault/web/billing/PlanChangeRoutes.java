package com.truevault.web.billing;

import com.truevault.TrueVault;
import com.truevault.billing.Money;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import java.util.Currency;

/** Changing a running subscription, with what it costs and when said before. */
public final class PlanChangeRoutes implements Routes {
  private static final String CURRENT = "/api/v1/subscriptions/current";
  private static final String CHANGES = CURRENT + "/changes";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public PlanChangeRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(CHANGES, this::preview)
        .access(Access.USER)
        .summary("Says what another plan or cycle would cost, from when, and for which devices")
        .query("plan", "The plan: personal, family or business.")
        .query("cycle", "How it is paid: monthly or yearly.")
        .answers(200, PlanChangeJson.class)
        .problems("subscription-not-found", "plan-same", "payment-open", "plan-not-sold");
    router
        .post(CHANGES, this::change)
        .access(Access.USER)
        .summary("Asks for another plan or cycle and says where to approve it")
        .body(NewPlanChangeJson.class)
        .answers(201, ApprovalJson.class)
        .problems("subscription-not-found", "plan-same", "payment-open", "price-changed");
  }

  private Response preview(Request request) {
    PlanChoice choice = PlanChoice.of(request.query());
    return Response.json(
        PlanChangeJson.from(
            vault.planChanges().preview(CurrentUser.of(request), choice.plan(), choice.cycle())));
  }

  private Response change(Request request) {
    User user = CurrentUser.of(request);
    NewPlanChangeJson wanted = request.json(NewPlanChangeJson.class);
    Currency currency = vault.plans().offer(wanted.plan()).monthly().currency();
    Money agreed = new Money(wanted.amountMinor(), currency);
    return Response.created(
        CURRENT,
        ApprovalJson.from(vault.planChanges().change(user, wanted.plan(), wanted.cycle(), agreed)));
  }
}
