package com.truevault.web.page.money;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Fact.GrantKind;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Payment;
import com.truevault.subscription.Reviews.Decision;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import com.truevault.web.session.CurrentUser;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/** What an administrator may do about one subscription. */
public final class SubscriptionActs implements Routes {
  private static final String ONE = SubscriptionPages.LIST + "/{subscriptionId}";
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SubscriptionActs(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.post(ONE + "/check", this::check).access(Access.ADMIN).summary("Asks the gateway anew");
    router
        .post(ONE + "/refunds", this::refund)
        .form("saleId", "amount", "reason")
        .access(Access.ADMIN)
        .summary("Gives money back");
    router
        .post(ONE + "/grants", this::grant)
        .form("kind", "days", "reason")
        .access(Access.ADMIN)
        .summary("Extends grace or gives paid time");
    router
        .post(ONE + "/reviews", this::review)
        .form("about", "decision")
        .access(Access.ADMIN)
        .summary("Decides about what a person had to look at");
  }

  private Response check(Request request) {
    Subscription subscription = SubscriptionView.wanted(kit, request);
    kit.vault().reconciliation().reconcile(subscription.publicId());
    return kit.done(path(subscription), "money.checked");
  }

  private Response refund(Request request) {
    Subscription subscription = SubscriptionView.wanted(kit, request);
    Form typed = Form.typed(request.form(), "saleId", "amount", "reason");
    return submit(
        request,
        subscription,
        typed,
        () -> {
          Payment payment = payment(subscription, typed.value("saleId"));
          Money amount = Amounts.typed("amount", typed.value("amount"), payment.amount());
          kit.vault()
              .money()
              .refunds()
              .give(CurrentUser.actor(request), payment.saleId(), amount, typed.value("reason"));
          return kit.done(path(subscription), "money.refunded");
        });
  }

  private Response grant(Request request) {
    Subscription subscription = SubscriptionView.wanted(kit, request);
    Form typed = Form.typed(request.form(), "kind", "days", "reason");
    return submit(
        request,
        subscription,
        typed,
        () -> {
          GrantKind kind = one(GrantKind.values(), "kind", typed);
          Duration time = Duration.ofDays(request.form().number("days", 1, 1, 366));
          kit.vault()
              .money()
              .grants()
              .give(
                  CurrentUser.actor(request),
                  subscription.publicId(),
                  kind,
                  time,
                  typed.value("reason"));
          return kit.done(path(subscription), "money.granted");
        });
  }

  private Response review(Request request) {
    Subscription subscription = SubscriptionView.wanted(kit, request);
    Form typed = Form.typed(request.form(), "about", "decision");
    Decision decision = one(Decision.values(), "decision", typed);
    kit.vault()
        .money()
        .reviews()
        .resolve(
            CurrentUser.actor(request), subscription.publicId(), typed.value("about"), decision);
    return kit.done(path(subscription), "money.reviewed");
  }

  private Response submit(
      Request request, Subscription subscription, Form typed, Supplier<Response> act) {
    return kit.submit(
        typed,
        Map.of(),
        act,
        (status, form) ->
            kit.show(
                status,
                request,
                Area.ADMIN,
                "money/subscription",
                new SubscriptionView(kit).page(subscription, form)));
  }

  private Payment payment(Subscription subscription, String saleId) {
    return kit.vault().storage().payments().of(subscription.publicId()).stream()
        .filter(payment -> payment.saleId().equals(saleId))
        .findFirst()
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "payment-not-found", "no such payment"));
  }

  private static String path(Subscription subscription) {
    return SubscriptionPages.LIST + "/" + subscription.publicId();
  }

  private static <E extends Enum<E>> E one(E[] values, String field, Form typed) {
    return Arrays.stream(values)
        .filter(value -> value.name().equalsIgnoreCase(typed.value(field)))
        .findFirst()
        .orElseThrow(() -> new InvalidFieldsException(field, "is not on offer"));
  }
}
