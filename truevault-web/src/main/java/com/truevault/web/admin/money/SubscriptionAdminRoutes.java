package com.truevault.web.admin.money;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Money;
import com.truevault.billing.Subscription;
import com.truevault.ledger.Payment;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.session.CurrentUser;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscriptions, what happened to them, and what administrators may do about them. */
public final class SubscriptionAdminRoutes implements Routes {
  private static final String ALL = "/api/v1/admin/subscriptions";
  private static final String ONE = ALL + "/{id}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public SubscriptionAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(ALL, this::list)
        .access(Access.ADMIN)
        .summary("Lists subscriptions, oldest first")
        .query("state", "One of the six states, such as past_due; all of them if left out.")
        .paged()
        .answersPage(AdminSubscriptionJson.class)
        .problems("cursor-invalid");
    router
        .get(ONE, this::show)
        .access(Access.ADMIN)
        .summary("Shows a subscription")
        .answers(200, AdminSubscriptionJson.class)
        .problems("subscription-not-found");
    router
        .get(ONE + "/facts", this::facts)
        .access(Access.ADMIN)
        .summary("Lists what happened to a subscription, in the order in which it was learned")
        .paged()
        .answersPage(FactJson.class)
        .problems("subscription-not-found", "cursor-invalid");
    router
        .post(ONE + "/check", this::check)
        .access(Access.ADMIN)
        .summary("Asks the payment provider how a subscription stands and follows it")
        .answers(200, AdminSubscriptionJson.class)
        .problems("subscription-not-found", "payments-not-configured");
    router
        .post(ONE + "/refunds", this::refund)
        .access(Access.ADMIN)
        .summary("Gives money back; a credit note follows")
        .body(RefundOrderJson.class)
        .answers(202)
        .problems("subscription-not-found", "payment-not-found", "refund-too-large");
    router
        .post(ONE + "/grants", this::grant)
        .access(Access.ADMIN)
        .summary("Extends grace or gives paid time")
        .body(GrantJson.class)
        .answers(200, AdminSubscriptionJson.class)
        .problems("subscription-not-found", "text-invalid");
    router
        .get("/api/v1/admin/reviews", this::reviews)
        .access(Access.ADMIN)
        .summary("Lists what a person has to look at, oldest first")
        .paged()
        .answersPage(ReviewJson.class)
        .problems("cursor-invalid");
    router
        .post(ONE + "/decisions", this::decide)
        .access(Access.ADMIN)
        .summary("Decides about what a person had to look at")
        .body(DecisionJson.class)
        .answers(200, AdminSubscriptionJson.class)
        .problems("subscription-not-found", "review-not-found");
  }

  private Response list(Request request) {
    var page = vault.storage().subscriptions().page(wanted(request), Listing.of(request).request());
    return Response.json(PageJson.of(page, this::json));
  }

  private Response show(Request request) {
    return Response.json(json(require(request)));
  }

  private Response facts(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.storage().facts().of(require(request).publicId()),
                recorded -> recorded.fact().key(),
                FactJson::from));
  }

  private Response check(Request request) {
    vault.reconciliation().reconcile(require(request).publicId());
    return show(request);
  }

  private Response refund(Request request) {
    RefundOrderJson wanted = request.json(RefundOrderJson.class);
    Payment payment =
        vault.storage().payments().of(require(request).publicId()).stream()
            .filter(paid -> paid.saleId().equals(wanted.saleId()))
            .findFirst()
            .orElseThrow(() -> missing("payment-not-found", "no such payment"));
    Money amount = new Money(wanted.amountMinor(), payment.amount().currency());
    vault
        .money()
        .refunds()
        .give(CurrentUser.actor(request), payment.saleId(), amount, wanted.reason());
    return Response.accepted();
  }

  private Response grant(Request request) {
    GrantJson wanted = request.json(GrantJson.class);
    vault
        .money()
        .grants()
        .give(
            CurrentUser.actor(request),
            require(request).publicId(),
            wanted.kind(),
            Duration.ofDays(wanted.days()),
            wanted.reason());
    return show(request);
  }

  private Response reviews(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.money().reviews().open(),
                review -> review.subscription() + "." + review.about(),
                ReviewJson::from));
  }

  private Response decide(Request request) {
    DecisionJson wanted = request.json(DecisionJson.class);
    String actor = CurrentUser.actor(request);
    String id = require(request).publicId();
    vault.money().reviews().resolve(actor, id, wanted.about(), wanted.decision());
    return show(request);
  }

  private AdminSubscriptionJson json(Subscription subscription) {
    String user = vault.storage().users().find(subscription.user()).map(User::publicId).orElse("");
    return AdminSubscriptionJson.from(subscription, user);
  }

  private Subscription require(Request request) {
    return vault
        .storage()
        .subscriptions()
        .find(request.pathParameter("id"))
        .orElseThrow(() -> missing("subscription-not-found", "no such subscription"));
  }

  private static Set<BillingStatus> wanted(Request request) {
    String state = request.query().text("state", "");
    Set<BillingStatus> wanted =
        Arrays.stream(BillingStatus.values())
            .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(state))
            .collect(Collectors.toSet());
    if (wanted.isEmpty() && !state.isEmpty()) {
      throw new InvalidFieldsException("state", "is none of the six states");
    }
    return wanted;
  }

  private static TrueVaultException missing(String code, String text) {
    return new TrueVaultException(ErrorKind.NOT_FOUND, code, text);
  }
}
