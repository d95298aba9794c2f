package com.truevault.web.admin;

import com.truevault.TrueVault;
import com.truevault.health.Health;
import com.truevault.health.MaintenanceWindow;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.session.CurrentUser;
import java.time.YearMonth;
import java.util.Objects;

/** Checks, alarms, planned maintenance and monthly reports. */
public final class HealthAdminRoutes implements Routes {
  private static final String SERVER = "/api/v1/admin/servers/{serverKey}";
  private static final String MAINTENANCE = "/api/v1/admin/maintenance";
  private static final int CHECKS = 2000;
  private static final String MONTH = "A month in UTC such as 2026-11; this one if left out.";

  private final TrueVault vault;

  /** Answers from the given vault. */
  public HealthAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get("/api/v1/admin/alarms", this::alarms)
        .access(Access.ADMIN)
        .summary("Lists what is wrong with servers now, oldest first")
        .paged()
        .answersPage(AlarmJson.class);
    router
        .get(SERVER + "/checks", this::checks)
        .access(Access.ADMIN)
        .summary("Lists the checks of a server, newest first; they are kept for a week")
        .paged()
        .answersPage(CheckJson.class)
        .problems("server-not-found", "server-key-invalid");
    reports(router);
    maintenance(router);
  }

  private void reports(Router router) {
    router
        .get("/api/v1/admin/uptime", this::uptimes)
        .access(Access.ADMIN)
        .summary("Reports on every server in a month")
        .query(Months.NAME, MONTH)
        .paged()
        .answersPage(UptimeJson.class);
    router
        .get(SERVER + "/uptime", this::uptime)
        .access(Access.ADMIN)
        .summary("Reports on a server in a month")
        .query(Months.NAME, MONTH)
        .answers(200, UptimeJson.class)
        .problems("server-not-found", "server-key-invalid");
  }

  private void maintenance(Router router) {
    router
        .get(MAINTENANCE, this::planned)
        .access(Access.ADMIN)
        .summary("Lists maintenance that is on or to come")
        .paged()
        .answersPage(MaintenanceJson.class);
    router
        .post(SERVER + "/maintenance", this::plan)
        .access(Access.ADMIN)
        .summary("Plans maintenance of a server: nobody is called, checks count for nothing")
        .body(NewMaintenanceJson.class)
        .answers(201, MaintenanceJson.class)
        .problems("server-not-found", "server-key-invalid", "maintenance-invalid", "text-invalid");
    router
        .delete(MAINTENANCE + "/{id}", this::cancel)
        .access(Access.ADMIN)
        .summary("Calls maintenance off, or ends it if it is on")
        .answers(204)
        .problems("maintenance-not-found");
  }

  private Response alarms(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                health().alarms().open(),
                alarm -> alarm.server() + "." + alarm.kind(),
                AlarmJson::from));
  }

  private Response checks(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                health().uptime().recent(server(request).key(), CHECKS),
                check -> check.at().toString(),
                CheckJson::from));
  }

  private Response uptimes(Request request) {
    YearMonth month = Months.wanted(request, health().uptime().thisMonth());
    return Response.json(
        Listing.of(request)
            .slice(
                vault.servers().list(),
                server -> server.key().value(),
                server -> UptimeJson.from(health().uptime().report(server.key(), month))));
  }

  private Response uptime(Request request) {
    YearMonth month = Months.wanted(request, health().uptime().thisMonth());
    return Response.json(UptimeJson.from(health().uptime().report(server(request).key(), month)));
  }

  private Response planned(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(health().planned().list(), MaintenanceWindow::id, MaintenanceJson::from));
  }

  private Response plan(Request request) {
    Server server = server(request);
    NewMaintenanceJson wanted = request.json(NewMaintenanceJson.class);
    MaintenanceWindow window =
        health()
            .planned()
            .add(
                CurrentUser.actor(request),
                server.key(),
                wanted.startsAt(),
                wanted.endsAt(),
                Objects.requireNonNullElse(wanted.note(), ""));
    return Response.created(MAINTENANCE, MaintenanceJson.from(window));
  }

  private Response cancel(Request request) {
    health().planned().cancel(CurrentUser.actor(request), request.pathParameter("id"));
    return Response.noContent();
  }

  private Server server(Request request) {
    return vault.servers().require(new ServerKey(request.pathParameter("serverKey")));
  }

  private Health health() {
    return vault.health();
  }
}
