package com.truevault.web.page.admin;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Parameters;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import com.truevault.web.page.Area;
import com.truevault.web.page.Form;
import com.truevault.web.page.PageKit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Planning maintenance of a server, and calling it off. */
public final class ServerHealthPages implements Routes {
  private static final String PLAN = "/admin/servers/{serverKey}/maintenance";
  private static final int LONGEST = 14 * 24 * 60;

  private final PageKit kit;
  private final AgentCards agents;

  /** Shows the pages with the given kit. */
  public ServerHealthPages(PageKit kit) {
    this.kit = kit;
    this.agents = new AgentCards(kit);
  }

  @Override
  public void define(Router router) {
    router
        .post(PLAN, this::plan)
        .form(ServerHealth.FIELDS)
        .access(Access.ADMIN)
        .summary("Plans maintenance of a server");
    router
        .post(PLAN + "/{id}/cancel", this::cancel)
        .access(Access.ADMIN)
        .summary("Calls maintenance of a server off");
  }

  private Response plan(Request request) {
    Server server = wanted(request);
    return kit.submit(
        Form.typed(request.form(), ServerHealth.FIELDS),
        Map.of("maintenance-invalid", "start"),
        () -> planned(request, server),
        (status, form) ->
            kit.show(
                status,
                request,
                Area.ADMIN,
                "admin/server",
                agents.page(server, ServerPage.form(server), form)));
  }

  private Response planned(Request request, Server server) {
    Parameters sent = request.form();
    Instant start = start(sent.text("start"));
    Instant end = start.plus(Duration.ofMinutes(sent.number("minutes", 60, 1, LONGEST)));
    String note = sent.text("note", "");
    kit.vault().health().planned().add(actor(request), server.key(), start, end, note);
    return kit.done(path(server), "maintenance.planned");
  }

  private Response cancel(Request request) {
    kit.vault().health().planned().cancel(actor(request), request.pathParameter("id"));
    return kit.done(path(wanted(request)), "maintenance.cancelled");
  }

  private static Instant start(String text) {
    try {
      return LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new InvalidFieldsException("start", "must be a time in UTC such as 2026-11-25T22:00");
    }
  }

  private Server wanted(Request request) {
    return kit.vault().servers().require(new ServerKey(request.pathParameter("serverKey")));
  }

  private String actor(Request request) {
    return kit.user(request).publicId();
  }

  private static String path(Server server) {
    return "/admin/servers/" + server.key();
  }
}
