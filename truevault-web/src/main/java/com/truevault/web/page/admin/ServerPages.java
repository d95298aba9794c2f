package com.truevault.web.page.admin;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;

/** Listing, adding and changing servers. */
public final class ServerPages implements Routes {
  private static final String TEMPLATE = "admin/server";
  private final PageKit kit;
  private final AgentCards agents;

  /** Shows the pages with the given kit. */
  public ServerPages(PageKit kit) {
    this.kit = kit;
    this.agents = new AgentCards(kit);
  }

  @Override
  public void define(Router router) {
    router.get("/admin/servers", this::list).access(Access.ADMIN).summary("Lists all servers");
    router.get("/admin/servers/new", this::blank).access(Access.ADMIN).summary("Asks for a server");
    router
        .post("/admin/servers/new", this::add)
        .form(ServerForm.FIELDS)
        .access(Access.ADMIN)
        .summary("Adds a server");
    String one = "/admin/servers/{serverKey}";
    router.get(one, this::show).access(Access.ADMIN).summary("Shows a server");
    router
        .post(one, this::save)
        .form(ServerForm.FIELDS)
        .access(Access.ADMIN)
        .summary("Changes a server");
  }

  private Response list(Request request) {
    var devices = kit.vault().devices().countByServer();
    var states = kit.serverStates();
    var lines =
        kit.vault().servers().list().stream()
            .map(
                server ->
                    ServersPage.Line.from(
                        server,
                        devices.getOrDefault(server.key(), 0L),
                        agents.state(server),
                        states.of(server),
                        kit.messages()))
            .toList();
    return kit.show(request, Area.ADMIN, "admin/servers", new ServersPage(lines));
  }

  private Response blank(Request request) {
    return kit.show(request, Area.ADMIN, TEMPLATE, ServerPage.adding(ServerPage.BLANK));
  }

  private Response add(Request request) {
    return kit.submit(
        Form.typed(request.form(), ServerForm.FIELDS),
        ServerForm.PLACES,
        () -> {
          kit.vault().servers().add(actor(request), ServerForm.added(request.form()));
          return kit.done("/admin/servers", "server.added");
        },
        (status, form) -> kit.show(status, request, Area.ADMIN, TEMPLATE, ServerPage.adding(form)));
  }

  private Response show(Request request) {
    Server server = wanted(request);
    return kit.show(request, Area.ADMIN, TEMPLATE, agents.page(server, ServerPage.form(server)));
  }

  private Response save(Request request) {
    Server before = wanted(request);
    return kit.submit(
        Form.typed(request.form(), ServerForm.FIELDS),
        ServerForm.PLACES,
        () -> {
          kit.vault().servers().change(actor(request), ServerForm.changed(before, request.form()));
          return kit.done("/admin/servers", "server.saved");
        },
        (status, form) ->
            kit.show(status, request, Area.ADMIN, TEMPLATE, agents.page(before, form)));
  }

  private Server wanted(Request request) {
    return kit.vault().servers().require(new ServerKey(request.pathParameter("serverKey")));
  }

  private String actor(Request request) {
    return kit.user(request).publicId();
  }
}
