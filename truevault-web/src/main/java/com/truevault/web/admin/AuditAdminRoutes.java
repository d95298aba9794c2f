package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;

/** Who did what, and when. */
public final class AuditAdminRoutes implements Routes {
  private final TrueVault vault;

  /** Answers from the given vault. */
  public AuditAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/admin/audit", this::list)
        .access(Access.ADMIN)
        .summary("Lists what was done, newest first")
        .query("action", "The start of an action, such as user.; everything if left out.")
        .paged()
        .answersPage(AuditJson.class)
        .problems("cursor-invalid");
  }

  private Response list(Request request) {
    return Response.json(
        PageJson.of(
            vault.audit().list(request.query().text("action", ""), Listing.of(request).request()),
            AuditJson::from));
  }
}
