package com.truevault.web.page.demo;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.testing.SimulatedGateway;
import com.truevault.testing.SimulatedGateway.Agreement;
import com.truevault.testing.SimulatedGateway.Decision;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import java.util.Arrays;

/** Stands in for the payment provider's page: people and scripts decide here. */
public final class ApprovePages implements Routes {
  private static final String PATH = "/demo/approve/{agreementId}";
  private final PageKit kit;
  private final SimulatedGateway gateway;

  /** Decides for customers of the given gateway. */
  public ApprovePages(PageKit kit, SimulatedGateway gateway) {
    this.kit = kit;
    this.gateway = gateway;
  }

  @Override
  public void define(Router router) {
    router.get(PATH, this::asked).access(Access.ANYONE).summary("Asks to approve a payment");
    router
        .post(PATH, this::decide)
        .form("decision")
        .access(Access.ANYONE)
        .summary("Decides about a payment");
  }

  private Response asked(Request request) {
    String id = request.pathParameter("agreementId");
    Agreement agreement = gateway.find(id).orElseThrow(ApprovePages::unknown);
    var page = ApprovePage.from(id, agreement.order(), kit.messages());
    return kit.show(request, Area.SITE, "demo/approve", page);
  }

  private Response decide(Request request) {
    String wanted = request.form().text("decision");
    Decision decision =
        Arrays.stream(Decision.values())
            .filter(value -> value.name().equalsIgnoreCase(wanted))
            .findFirst()
            .orElseThrow(
                () -> new InvalidFieldsException("decision", "must be approve, decline or cancel"));
    Agreement agreement = gateway.decide(request.pathParameter("agreementId"), decision);
    Subscription known = kit.vault().subscriptions().refresh(agreement.order().reference());
    return known.status() == SubscriptionStatus.ACTIVE
        ? kit.done("/devices", "plan.approved")
        : kit.noted("/plan", news(decision));
  }

  private static String news(Decision decision) {
    return switch (decision) {
      // A later choice replaced this one, or it was decided before.
      case APPROVE -> "plan.void";
      case DECLINE -> "plan.declined";
      case CANCEL -> "plan.cancelled";
    };
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "agreement-not-found", "nothing is to be approved here");
  }
}
