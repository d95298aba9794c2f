package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import java.time.InstantSource;

/** The agents of the servers: letting them join, seeing what they deliver, shutting them out. */
public final class AgentAdminRoutes implements Routes {
  private static final String SERVER = "/api/v1/admin/servers/{serverKey}";

  private final TrueVault vault;
  private final InstantSource clock;

  /** Answers from the given vault. */
  public AgentAdminRoutes(TrueVault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public void define(Router router) {
    router
        .post(SERVER + "/enrolments", this::invite)
        .access(Access.ADMIN)
        .summary("Makes a token by which an agent joins once within half an hour")
        .answers(201, EnrolmentTokenJson.class)
        .problems("server-not-found");
    router
        .get(SERVER + "/agent", this::show)
        .access(Access.ADMIN)
        .summary("Shows whether what the panel wants on a server is there")
        .answers(200, DeliveryJson.class)
        .problems("server-not-found");
    router
        .delete(SERVER + "/agent", this::revoke)
        .access(Access.ADMIN)
        .summary("Shuts the agent of a server out; its tunnels stay")
        .answers(204)
        .problems("server-not-found", "agent-not-enrolled");
    router
        .post(SERVER + "/confirmations", this::confirm)
        .access(Access.ADMIN)
        .summary("Confirms that the newest list is meant to be as short as it is")
        .body(ListConfirmationJson.class)
        .answers(204)
        .problems("server-not-found", "list-not-issued", "list-changed", "list-version-invalid");
    router
        .post("/api/v1/admin/epochs", this::raise)
        .access(Access.ADMIN)
        .summary("Issues all lists anew, newer than any that agents have")
        .answers(204);
  }

  private Response invite(Request request) {
    ServerKey server = server(request);
    return Response.created(
        "/api/v1/admin/servers/" + server + "/agent",
        EnrolmentTokenJson.from(vault.agents().invite(CurrentUser.actor(request), server)));
  }

  private Response show(Request request) {
    return Response.json(
        DeliveryJson.from(vault.agentReports().delivery(server(request)), clock.instant()));
  }

  private Response revoke(Request request) {
    vault.agents().revoke(CurrentUser.actor(request), server(request));
    return Response.noContent();
  }

  private Response confirm(Request request) {
    vault
        .peerLists()
        .confirmShrinkage(
            CurrentUser.actor(request),
            server(request),
            request.json(ListConfirmationJson.class).list());
    return Response.noContent();
  }

  private Response raise(Request request) {
    vault.peerLists().raiseEpoch(CurrentUser.actor(request));
    return Response.noContent();
  }

  private ServerKey server(Request request) {
    return vault.servers().require(new ServerKey(request.pathParameter("serverKey"))).key();
  }
}
