package com.truevault.web.admin.money;

import com.truevault.ErrorKind;
import com.truevault.TrueVault;
import com.truevault.TrueVaultException;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import com.truevault.webhook.WebhookDelivery;

/** Deliveries of the payment provider. */
public final class WebhookAdminRoutes implements Routes {
  private static final String ALL = "/api/v1/admin/webhook-deliveries";
  private static final String ONE = ALL + "/{transmissionId}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public WebhookAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(ALL, this::list)
        .access(Access.ADMIN)
        .summary("Lists deliveries, newest first")
        .query("q", "A part of the event's type or id; all of them if left out.")
        .paged()
        .answersPage(WebhookDeliveryJson.class)
        .problems("cursor-invalid");
    router
        .get(ONE, this::show)
        .access(Access.ADMIN)
        .summary("Shows a delivery")
        .answers(200, WebhookDeliveryJson.class)
        .problems("delivery-not-found");
    router
        .post(ONE + "/replay", this::replay)
        .access(Access.ADMIN)
        .summary("Looks into a delivery again")
        .answers(200, WebhookDeliveryJson.class)
        .problems("delivery-not-found");
  }

  private Response list(Request request) {
    return Response.json(
        PageJson.of(
            vault
                .storage()
                .webhooks()
                .newest(request.query().text("q", ""), Listing.of(request).request()),
            WebhookDeliveryJson::from));
  }

  private Response show(Request request) {
    return Response.json(WebhookDeliveryJson.from(require(request)));
  }

  private Response replay(Request request) {
    WebhookDelivery delivery = require(request);
    vault.webhookInbox().replay(CurrentUser.actor(request), delivery.transmissionId());
    return show(request);
  }

  private WebhookDelivery require(Request request) {
    return vault
        .storage()
        .webhooks()
        .find(request.pathParameter("transmissionId"))
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "delivery-not-found", "no such delivery"));
  }
}
