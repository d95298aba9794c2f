package com.truevault.web.page.customer;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.Terms;
import com.truevault.subscription.PlanChange;
import com.truevault.user.User;
import com.truevault.web.billing.PlanChoice;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.page.customer.ChangePage.Preview;
import com.truevault.web.page.site.PlanCard;
import org.jspecify.annotations.Nullable;

/** Changing a running plan, with what it costs and when said before. */
public final class ChangePages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public ChangePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get("/plan/change", this::show)
        .access(Access.USER)
        .summary("Offers other plans, and says what the chosen one means");
    router
        .post("/plan/change", this::change)
        .form("plan", "cycle", "price")
        .access(Access.USER)
        .summary("Asks for another plan");
  }

  private Response show(Request request) {
    Subscription running = running(request);
    if (request.query().find("plan").isEmpty()) {
      return show(200, request, running, null, "");
    }
    try {
      return show(200, request, running, preview(kit.user(request), request.query()), "");
    } catch (TrueVaultException refusal) {
      if (refusal.kind() != ErrorKind.CONFLICT) {
        throw refusal;
      }
      return show(409, request, running, null, Words.sentence(refusal.getMessage()));
    }
  }

  private Preview preview(User user, Parameters sent) {
    PlanChoice choice = PlanChoice.of(sent);
    PlanChange change = kit.vault().planChanges().preview(user, choice.plan(), choice.cycle());
    return Preview.of(change, kit.messages());
  }

  private Response show(
      int status, Request request, Subscription running, @Nullable Preview preview, String why) {
    Terms now = PlanFacts.terms(running);
    var page =
        new ChangePage(
            ChangePage.inWords(now, kit.messages()),
            Words.key(now.plan()),
            Words.key(now.cycle()),
            PlanCard.all(kit.vault().plans(), kit.messages()),
            preview,
            why);
    return kit.show(status, request, Area.CUSTOMER, "customer/change", page);
  }

  private Response change(Request request) {
    Parameters sent = request.form();
    PlanChoice choice = PlanChoice.of(sent);
    Money agreed =
        new Money(
            sent.number("price", 0, 1, Integer.MAX_VALUE), running(request).price().currency());
    return Approvals.at(
        kit.vault()
            .planChanges()
            .change(kit.user(request), choice.plan(), choice.cycle(), agreed)
            .approvalUrl());
  }

  private Subscription running(Request request) {
    return kit.vault()
        .subscriptions()
        .current(kit.user(request))
        .filter(found -> found.status() == SubscriptionStatus.ACTIVE)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND,
                    "subscription-not-found",
                    "there is no running plan to change; look at your plan"));
  }
}
