package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;

/** Adding and changing servers; one that is no longer offered is inactive, never removed. */
public final class ServerAdminRoutes implements Routes {
  private static final String SERVERS = "/api/v1/admin/servers";
  private static final String SERVER = SERVERS + "/{serverKey}";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public ServerAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(SERVERS, this::list)
        .access(Access.ADMIN)
        .summary("Lists all servers in display order")
        .paged()
        .answersPage(ServerDetailJson.class);
    router
        .post(SERVERS, this::add)
        .access(Access.ADMIN)
        .summary("Adds a server")
        .body(NewServerJson.class)
        .answers(201, ServerDetailJson.class)
        .problems(
            "server-key-invalid",
            "server-key-taken",
            "endpoint-invalid",
            "public-key-invalid",
            "email-invalid",
            "text-invalid");
    router
        .get(SERVER, this::show)
        .access(Access.ADMIN)
        .summary("Shows one server")
        .answers(200, ServerDetailJson.class)
        .problems("server-not-found");
    router
        .patch(SERVER, this::change)
        .access(Access.ADMIN)
        .summary("Changes a server; configurations follow")
        .body(ServerChangeJson.class)
        .answers(200, ServerDetailJson.class)
        .problems(
            "server-not-found",
            "endpoint-invalid",
            "public-key-invalid",
            "email-invalid",
            "text-invalid");
  }

  private Response list(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(vault.servers().list(), server -> server.key().value(), ServerDetailJson::from));
  }

  private Response add(Request request) {
    Server server = request.json(NewServerJson.class).server();
    vault.servers().add(CurrentUser.actor(request), server);
    return Response.created(SERVERS + "/" + server.key(), ServerDetailJson.from(server));
  }

  private Response show(Request request) {
    return Response.json(ServerDetailJson.from(server(request)));
  }

  private Response change(Request request) {
    Server changed = request.json(ServerChangeJson.class).applyTo(server(request));
    vault.servers().change(CurrentUser.actor(request), changed);
    return Response.json(ServerDetailJson.from(changed));
  }

  private Server server(Request request) {
    return vault.servers().require(new ServerKey(request.pathParameter("serverKey")));
  }
}
