package com.truevault.web.page.site;

import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.UptimeBars;

/** Home and server status. */
public final class SitePages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SitePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/", this::home).access(Access.ANYONE).summary("Shows what is offered");
    router.get("/status", this::status).access(Access.ANYONE).summary("Shows how servers are");
  }

  private Response home(Request request) {
    var plans = PlanCard.all(kit.vault().plans(), kit.messages());
    return kit.show(request, Area.SITE, "site/home", new HomePage(plans));
  }

  private Response status(Request request) {
    var health = kit.vault().health();
    var page =
        StatusPage.from(
            kit.vault().servers().listed(),
            kit.serverStates(),
            server -> UptimeBars.ofDays(health.uptime().days(server), kit.messages()),
            health.planned().list(),
            kit.messages());
    return kit.show(request, Area.SITE, "site/status", page);
  }
}
