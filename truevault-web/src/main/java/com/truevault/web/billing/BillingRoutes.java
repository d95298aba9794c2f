package com.truevault.web.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.billing.Offer;
import com.truevault.billing.Subscription;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import java.util.Locale;
import java.util.Objects;

/** What is sold, and the user's subscription. */
public final class BillingRoutes implements Routes {
  private static final String CURRENT = "/api/v1/subscriptions/current";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public BillingRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/plans", this::plans)
        .access(Access.ANYONE)
        .summary("Lists the plans that are sold, smallest first")
        .paged()
        .answersPage(PlanJson.class);
    router
        .post("/api/v1/subscriptions", this::subscribe)
        .access(Access.USER)
        .summary("Opens a subscription and says where to approve it")
        .body(NewSubscriptionJson.class)
        .answers(201, ApprovalJson.class)
        .problems("subscription-live", "plan-not-sold", "payments-not-configured");
    router
        .get(CURRENT, this::current)
        .access(Access.USER)
        .summary("Shows the subscription that counts")
        .answers(200, SubscriptionJson.class)
        .problems("subscription-not-found");
    router
        .post(CURRENT + "/refresh", this::refresh)
        .access(Access.USER)
        .summary("Asks the payment gateway whether the subscription was approved")
        .answers(200, SubscriptionJson.class)
        .problems("subscription-not-found", "payments-not-configured");
    router
        .post(CURRENT + "/cancellation", this::cancel)
        .access(Access.USER)
        .summary("Ends the running subscription; what is paid stays usable")
        .body(CancellationJson.class)
        .answers(200, SubscriptionJson.class)
        .problems("subscription-not-found", "text-invalid");
    router
        .post(CURRENT + "/resumption", this::resume)
        .access(Access.USER)
        .summary("Goes on after a cancellation, once that is approved; nothing is paid twice")
        .answers(201, ApprovalJson.class)
        .problems("subscription-not-found", "plan-not-sold", "payments-not-configured");
    router
        .post(CURRENT + "/withdrawal", this::withdraw)
        .access(Access.USER)
        .summary("Withdraws within the legal period; access ends and the money goes back")
        .answers(200, SubscriptionJson.class)
        .problems("subscription-not-found", "withdrawal-over");
  }

  private Response resume(Request request) {
    return Response.created(
        CURRENT, ApprovalJson.from(vault.subscriptions().resume(CurrentUser.of(request))));
  }

  private Response withdraw(Request request) {
    return Response.json(
        SubscriptionJson.from(vault.subscriptions().withdraw(CurrentUser.of(request))));
  }

  private Response plans(Request request) {
    return Response.json(
        Listing.of(request).slice(vault.plans().offers(), BillingRoutes::cursor, PlanJson::from));
  }

  private static String cursor(Offer offer) {
    return offer.plan().name().toLowerCase(Locale.ROOT);
  }

  private Response subscribe(Request request) {
    NewSubscriptionJson wanted = request.json(NewSubscriptionJson.class);
    return Response.created(
        CURRENT,
        ApprovalJson.from(
            vault.subscriptions().start(CurrentUser.of(request), wanted.plan(), wanted.cycle())));
  }

  private Response current(Request request) {
    return Response.json(SubscriptionJson.from(require(request)));
  }

  private Response refresh(Request request) {
    String id = require(request).publicId();
    return Response.json(SubscriptionJson.from(vault.subscriptions().refresh(id)));
  }

  private Response cancel(Request request) {
    String reason = request.json(CancellationJson.class).reason();
    return Response.json(
        SubscriptionJson.from(
            vault
                .subscriptions()
                .cancel(CurrentUser.of(request), Objects.requireNonNullElse(reason, ""))));
  }

  private Subscription require(Request request) {
    return vault
        .subscriptions()
        .current(CurrentUser.of(request))
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND,
                    "subscription-not-found",
                    "there is no subscription yet; choose a plan"));
  }
}
