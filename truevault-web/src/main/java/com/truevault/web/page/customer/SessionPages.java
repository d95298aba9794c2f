package com.truevault.web.page.customer;

import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;

/** Seeing and ending one's own sessions. */
public final class SessionPages implements Routes {
  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public SessionPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/sessions", this::list).access(Access.USER).summary("Lists the user's sessions");
    router
        .post("/sessions/{sessionId}/end", this::end)
        .access(Access.USER)
        .summary("Ends a session");
    router
        .post("/sessions/end-others", this::endOthers)
        .access(Access.USER)
        .summary("Ends all other sessions");
  }

  private Response list(Request request) {
    var sessions = kit.vault().sessions().of(kit.user(request));
    var page = new SessionsPage(SessionsPage.lines(sessions, current(request)));
    return kit.show(request, Area.CUSTOMER, "customer/sessions", page);
  }

  private Response end(Request request) {
    kit.vault().sessions().end(kit.user(request), request.pathParameter("sessionId"));
    return kit.done("/sessions", "session.ended");
  }

  private Response endOthers(Request request) {
    kit.vault().sessions().endOthers(kit.user(request), current(request));
    return kit.done("/sessions", "sessions.ended");
  }

  private static String current(Request request) {
    return request.caller().sessionPublicId();
  }
}
