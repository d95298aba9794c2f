package com.truevault.web.page.money;

import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;

/** What comparing with the payment provider found. */
public final class ComparisonPages implements Routes {
  private static final String PATH = "/admin/money/comparisons";
  private static final int SHOWN = 30;
  private final PageKit kit;

  /** Shows the page with the given kit. */
  public ComparisonPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get(PATH, this::list)
        .access(Access.ADMIN)
        .summary("Shows what comparing with the payment provider found");
    router.post(PATH, this::compare).access(Access.ADMIN).summary("Compares now");
  }

  private Response list(Request request) {
    var page = new ComparisonsPage(kit.vault().storage().comparisons().newest(SHOWN));
    return kit.show(request, Area.ADMIN, "money/comparisons", page);
  }

  private Response compare(Request request) {
    kit.vault().billingRounds().compare();
    return kit.done(PATH, "money.compared");
  }
}
