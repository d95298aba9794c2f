package com.truevault.web.server;

import com.truevault.TrueVault;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** The servers a user may choose from. */
public final class ServerRoutes implements Routes {
  private final TrueVault vault;

  /** Answers from the given vault. */
  public ServerRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/servers", this::list)
        .access(Access.USER)
        .summary("Lists the servers that the user may use")
        .paged()
        .answersPage(ServerJson.class);
  }

  private Response list(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.servers().visibleTo(vault.entitlements().of(CurrentUser.of(request))),
                server -> server.key().value(),
                ServerJson::from));
  }
}
