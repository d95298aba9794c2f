package com.truevault.web.page.customer;

import com.truevault.billing.Subscription;
import com.truevault.entitlement.Entitlement;
import com.truevault.user.User;
import com.truevault.web.billing.PlanChoice;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.page.site.PlanCard;
import java.util.List;
import java.util.Optional;

/** The plan, and choosing one. */
public final class PlanPages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public PlanPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/plan", this::show).access(Access.USER).summary("Shows the plan");
    router
        .post("/plan", this::choose)
        .form("plan", "cycle")
        .access(Access.USER)
        .summary("Subscribes to a plan");
  }

  private Response show(Request request) {
    User user = kit.user(request);
    Entitlement entitlement = kit.vault().entitlements().of(user);
    PlanFacts facts = PlanFacts.of(kit, user, entitlement);
    var page =
        new PlanPage(
            PlanCurrent.of(facts, kit.messages()),
            PlanNote.of(facts, kit.messages()),
            withdrawal(facts),
            payments(user),
            plans(facts),
            request.query().text("plan", "family"));
    return kit.show(request, Area.CUSTOMER, "customer/plan", page);
  }

  private String withdrawal(PlanFacts facts) {
    return Optional.ofNullable(facts.subscription())
        .filter(subscription -> !facts.isExempt())
        .flatMap(kit.vault().subscriptions()::withdrawableUntil)
        .map(Words::day)
        .orElse("");
  }

  private List<PaymentLine> payments(User user) {
    return PaymentLine.all(
        kit.vault().storage().payments().ofUser(user.id()),
        kit.vault().invoices().ofUser(user.id()),
        kit.messages());
  }

  private List<PlanCard> plans(PlanFacts facts) {
    Subscription subscription = facts.subscription();
    boolean open = subscription == null || facts.situation(subscription).mayChoose();
    return open ? PlanCard.all(kit.vault().plans(), kit.messages()) : List.of();
  }

  private Response choose(Request request) {
    PlanChoice choice = PlanChoice.of(request.form());
    return Approvals.at(
        kit.vault()
            .subscriptions()
            .start(kit.user(request), choice.plan(), choice.cycle())
            .approvalUrl());
  }
}
