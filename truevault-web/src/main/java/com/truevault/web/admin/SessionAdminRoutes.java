package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** Everybody's sessions. */
public final class SessionAdminRoutes implements Routes {
  private static final String SESSIONS = "/api/v1/admin/sessions";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public SessionAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(SESSIONS, this::list)
        .access(Access.ADMIN)
        .summary("Lists everybody's sessions, oldest first")
        .paged()
        .answersPage(UserSessionJson.class)
        .problems("cursor-invalid");
    router
        .delete(SESSIONS + "/{id}", this::end)
        .access(Access.ADMIN)
        .summary("Ends anybody's session")
        .answers(204)
        .problems("session-not-found");
  }

  private Response list(Request request) {
    return Response.json(
        PageJson.of(vault.sessions().list(Listing.of(request).request()), UserSessionJson::from));
  }

  private Response end(Request request) {
    vault.sessions().endAny(CurrentUser.actor(request), request.pathParameter("id"));
    return Response.noContent();
  }
}
