package com.truevault.web.page.customer;

import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import java.util.List;
import java.util.Optional;

/** Where the payment provider sends people back to. What it adds to the address is not believed. */
public final class ApprovalPages implements Routes {
  private static final String THANKS = "/plan/thanks";

  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public ApprovalPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(THANKS, this::thanks).access(Access.USER).summary("Waits for an approval");
    router
        .get("/plan/not-approved", this::notApproved)
        .access(Access.USER)
        .summary("Says that nothing was approved");
  }

  private Response thanks(Request request) {
    User user = kit.user(request);
    String named = request.query().text("subscription_id", "");
    return awaited(user, named)
        .map(subscription -> known(subscription, named))
        .map(subscription -> thanks(request, user, subscription))
        .orElseGet(() -> Response.redirect("/plan"));
  }

  private Response thanks(Request request, User user, Subscription subscription) {
    String gatewayId = subscription.gatewayId();
    var page =
        ThanksPage.of(
            gatewayId == null ? THANKS : THANKS + "?subscription_id=" + gatewayId,
            subscription,
            !kit.vault().devices().of(user).isEmpty(),
            kit.now(),
            kit.messages());
    return kit.show(request, Area.CUSTOMER, "customer/thanks", page);
  }

  /** Asked anew while something is to come: a first approval, or that of a change. */
  private Subscription known(Subscription subscription, String named) {
    boolean isAwaited = subscription.status() == SubscriptionStatus.PENDING || !named.isEmpty();
    return isAwaited ? kit.vault().subscriptions().refresh(subscription.publicId()) : subscription;
  }

  /** The user's own subscription that the address names, else the one that waits or counts. */
  private Optional<Subscription> awaited(User user, String gatewayId) {
    List<Subscription> own = kit.vault().storage().subscriptions().ofUser(user.id());
    return own.stream()
        .filter(subscription -> gatewayId.equals(subscription.gatewayId()))
        .findFirst()
        .or(
            () ->
                own.stream()
                    .filter(subscription -> subscription.status() == SubscriptionStatus.PENDING)
                    .findFirst())
        .or(() -> kit.vault().subscriptions().current(user));
  }

  private Response notApproved(Request request) {
    return kit.show(
        request, Area.CUSTOMER, "customer/thanks", ThanksPage.notApproved(kit.messages()));
  }
}
