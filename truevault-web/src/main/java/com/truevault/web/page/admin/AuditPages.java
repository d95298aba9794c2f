package com.truevault.web.page.admin;

import com.truevault.store.PageRequest;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;

/** The audit log. */
public final class AuditPages implements Routes {
  private final PageKit kit;

  /** Shows the page with the given kit. */
  public AuditPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin/audit", this::list).access(Access.ADMIN).summary("Shows who did what");
  }

  private Response list(Request request) {
    int after = request.query().number("after", 0, 0, 999_999_999);
    var found = kit.vault().audit().list("", new PageRequest(after, PageRequest.USUAL_LIMIT));
    String next = found.next() == 0 ? "" : "/admin/audit?after=" + found.next();
    var lines = found.items().stream().map(AuditPage.Line::from).toList();
    return kit.show(request, Area.ADMIN, "admin/audit", new AuditPage(lines, next));
  }
}
