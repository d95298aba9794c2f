package com.truevault.web.server;

import com.truevault.TrueVault;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.server.StatusJson.PlannedJson;
import com.truevault.web.server.StatusJson.ServerStatusJson;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the servers are that everybody may see. */
public final class StatusRoutes implements Routes {
  private final TrueVault vault;

  /** Answers from the given vault. */
  public StatusRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/status", this::status)
        .access(Access.ANYONE)
        .summary("Says how the public servers are, and how they were on the last 90 days")
        .answers(200, StatusJson.class);
  }

  private Response status(Request request) {
    List<Server> servers = vault.servers().listed();
    Set<ServerKey> listed = servers.stream().map(Server::key).collect(Collectors.toSet());
    Set<ServerKey> troubled = vault.servers().inTrouble().keySet();
    return Response.json(
        new StatusJson(
            servers.stream().map(server -> line(server, troubled)).toList(),
            vault.health().planned().list().stream()
                .filter(window -> listed.contains(window.server()))
                .map(PlannedJson::from)
                .toList()));
  }

  private ServerStatusJson line(Server server, Set<ServerKey> troubled) {
    return ServerStatusJson.from(
        server, troubled.contains(server.key()), vault.health().uptime().days(server.key()));
  }
}
