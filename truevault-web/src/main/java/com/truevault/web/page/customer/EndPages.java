package com.truevault.web.page.customer;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.ledger.PaymentStatus;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.util.Map;

/** Ending a plan, with what follows from it said before. */
public final class EndPages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public EndPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get("/plan/cancel", this::askToCancel)
        .access(Access.USER)
        .summary("Asks whether to end the subscription");
    router
        .post("/plan/cancel", this::cancel)
        .form("reason")
        .access(Access.USER)
        .summary("Ends the subscription");
    router
        .post("/plan/resume", this::resume)
        .access(Access.USER)
        .summary("Goes on with a subscription that was ended");
    router
        .get("/plan/withdraw", this::askToWithdraw)
        .access(Access.USER)
        .summary("Asks whether to withdraw from the subscription");
    router
        .post("/plan/withdraw", this::withdraw)
        .access(Access.USER)
        .summary("Withdraws from the subscription");
  }

  private Response askToCancel(Request request) {
    return askToCancel(200, request, Form.EMPTY);
  }

  private Response askToCancel(int status, Request request, Form form) {
    Subscription live = live(request);
    var page = EndPage.cancel(live, kit.now(), form, kit.messages());
    return kit.show(status, request, Area.CUSTOMER, "customer/end", page);
  }

  private Response cancel(Request request) {
    Form typed = Form.typed(request.form(), "reason");
    return kit.submit(
        typed,
        Map.of(),
        () -> {
          kit.vault().subscriptions().cancel(kit.user(request), typed.value("reason"));
          return kit.done("/plan", "plan.ended");
        },
        (status, form) -> askToCancel(status, request, form));
  }

  private Response resume(Request request) {
    return Approvals.at(kit.vault().subscriptions().resume(kit.user(request)).approvalUrl());
  }

  private Response askToWithdraw(Request request) {
    Subscription current =
        kit.vault()
            .subscriptions()
            .current(kit.user(request))
            .filter(found -> kit.vault().subscriptions().withdrawableUntil(found).isPresent())
            .orElseThrow(EndPages::nothingToEnd);
    var page = EndPage.withdraw(current, back(current), kit.messages());
    return kit.show(request, Area.CUSTOMER, "customer/end", page);
  }

  /** What was paid and not given back yet. */
  private Money back(Subscription subscription) {
    return kit.vault().storage().payments().of(subscription.publicId()).stream()
        .filter(payment -> payment.status() == PaymentStatus.COMPLETED)
        .map(payment -> payment.amount().minus(payment.repaid()))
        .reduce(Money::plus)
        .orElseGet(() -> subscription.price().times(0));
  }

  private Response withdraw(Request request) {
    kit.vault().subscriptions().withdraw(kit.user(request));
    return kit.done("/plan", "plan.withdrawn");
  }

  private Subscription live(Request request) {
    return kit.vault()
        .subscriptions()
        .current(kit.user(request))
        .filter(subscription -> subscription.status().isLive())
        .orElseThrow(EndPages::nothingToEnd);
  }

  private static TrueVaultException nothingToEnd() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "subscription-not-found", "there is no running subscription to end");
  }
}
