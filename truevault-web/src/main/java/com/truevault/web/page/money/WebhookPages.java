package com.truevault.web.page.money;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.PageRequest;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.session.CurrentUser;
import com.truevault.webhook.WebhookDelivery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Deliveries of the payment provider: searched, read, and looked into again. */
public final class WebhookPages implements Routes {
  private static final String PATH = "/admin/money/webhooks";
  private static final String ONE = PATH + "/{transmissionId}";
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public WebhookPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(PATH, this::list).access(Access.ADMIN).summary("Lists webhook deliveries");
    router.get(ONE, this::show).access(Access.ADMIN).summary("Shows a webhook delivery");
    router
        .post(ONE + "/replay", this::replay)
        .access(Access.ADMIN)
        .summary("Looks into a webhook delivery again");
  }

  private Response list(Request request) {
    String query = request.query().text("q", "");
    int after = request.query().number("after", 0, 0, 999_999_999);
    var found =
        kit.vault()
            .storage()
            .webhooks()
            .newest(query, new PageRequest(after, PageRequest.USUAL_LIMIT));
    String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    String next = found.next() == 0 ? "" : PATH + "?q=" + q + "&after=" + found.next();
    var lines =
        found.items().stream().map(one -> WebhooksPage.Line.of(one, kit.messages())).toList();
    return kit.show(request, Area.ADMIN, "money/webhooks", new WebhooksPage(query, lines, next));
  }

  private Response show(Request request) {
    WebhookDelivery delivery = wanted(request);
    return kit.show(request, Area.ADMIN, "money/webhook", WebhookPage.of(delivery, kit.messages()));
  }

  private Response replay(Request request) {
    WebhookDelivery delivery = wanted(request);
    kit.vault().webhookInbox().replay(CurrentUser.actor(request), delivery.transmissionId());
    return kit.done(PATH + "/" + delivery.transmissionId(), "money.replayed");
  }

  private WebhookDelivery wanted(Request request) {
    return kit.vault()
        .storage()
        .webhooks()
        .find(request.pathParameter("transmissionId"))
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND, "delivery-not-found", "no such delivery"));
  }
}
