package com.truevault.web.page.customer;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Subscription;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.site.PlanCard;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** Choosing, approving and cancelling a plan. */
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
    router.post("/plan/cancel", this::cancel).access(Access.USER).summary("Ends the subscription");
  }

  private Response show(Request request) {
    User user = kit.user(request);
    Subscription current = kit.vault().subscriptions().current(user).orElse(null);
    var card = PlanPage.current(current, kit.vault().entitlements().of(user), kit.messages());
    boolean live = card != null && card.cancellable();
    List<PlanCard> plans = live ? List.of() : PlanCard.all(kit.vault().plans(), kit.messages());
    var page = new PlanPage(card, plans, request.query().text("plan", "family"));
    return kit.show(request, Area.CUSTOMER, "customer/plan", page);
  }

  private Response choose(Request request) {
    Parameters sent = request.form();
    Plan plan = one(Plan.values(), "plan", sent);
    BillingCycle cycle = one(BillingCycle.values(), "cycle", sent);
    var started = kit.vault().subscriptions().start(kit.user(request), plan, cycle);
    String address = started.approvalUrl();
    return address.startsWith("/")
        ? Response.redirect(address)
        : Response.redirectOutside(URI.create(address));
  }

  private Response cancel(Request request) {
    kit.vault().subscriptions().cancel(kit.user(request), "");
    return kit.done("/plan", "plan.ended");
  }

  private static <E extends Enum<E>> E one(E[] values, String field, Parameters sent) {
    String wanted = sent.text(field);
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(() -> new InvalidFieldsException(field, "is not on offer"));
  }
}
