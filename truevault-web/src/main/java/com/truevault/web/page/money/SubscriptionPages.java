package com.truevault.web.page.money;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.Subscription;
import com.truevault.store.PageRequest;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscriptions, and one with all that happened to it. */
public final class SubscriptionPages implements Routes {
  static final String LIST = "/admin/money/subscriptions";
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SubscriptionPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(LIST, this::list).access(Access.ADMIN).summary("Lists subscriptions");
    router
        .get(LIST + "/{subscriptionId}", this::show)
        .access(Access.ADMIN)
        .summary("Shows a subscription and its history");
  }

  private Response list(Request request) {
    String state = request.query().text("state", "");
    int after = request.query().number("after", 0, 0, 999_999_999);
    var found =
        kit.vault()
            .storage()
            .subscriptions()
            .page(wanted(state), new PageRequest(after, PageRequest.USUAL_LIMIT));
    var lines = found.items().stream().map(this::line).toList();
    String next = found.next() == 0 ? "" : LIST + "?state=" + state + "&after=" + found.next();
    return kit.show(
        request,
        Area.ADMIN,
        "money/subscriptions",
        new SubscriptionsPage(state, STATES, lines, next));
  }

  private Response show(Request request) {
    Subscription subscription = SubscriptionView.wanted(kit, request);
    return kit.show(
        request,
        Area.ADMIN,
        "money/subscription",
        new SubscriptionView(kit).page(subscription, Form.EMPTY));
  }

  private SubscriptionsPage.Line line(Subscription subscription) {
    return SubscriptionsPage.Line.of(
        subscription, new SubscriptionView(kit).email(subscription), kit.messages());
  }

  private static final List<String> STATES =
      Arrays.stream(BillingStatus.values()).map(Words::key).toList();

  private static Set<BillingStatus> wanted(String state) {
    return Arrays.stream(BillingStatus.values())
        .filter(status -> Words.key(status).equals(state))
        .collect(Collectors.toSet());
  }
}
