package com.truevault.web.page.admin;

import com.truevault.health.Uptime;
import com.truevault.health.UptimeReport;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.web.admin.Months;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Monthly reports of one server and of all, to look at and to take away. */
public final class UptimePages implements Routes {
  private static final String ONE = "/admin/servers/{serverKey}/uptime";
  private static final String ALL = "/admin/uptime";

  private final PageKit kit;

  /** Shows the pages with the given kit. */
  public UptimePages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(ALL, this::all).access(Access.ADMIN).summary("Reports on all servers in a month");
    router
        .get(ALL + ".csv", this::allAsCsv)
        .access(Access.ADMIN)
        .summary("Hands the report on all servers out");
    router.get(ONE, this::one).access(Access.ADMIN).summary("Reports on a server in a month");
    router
        .get(ONE + ".csv", this::oneAsCsv)
        .access(Access.ADMIN)
        .summary("Hands the report on a server out");
  }

  private Response all(Request request) {
    return show(request, "", kit.vault().servers().list());
  }

  private Response one(Request request) {
    Server server = wanted(request);
    return show(request, server.key().value(), List.of(server));
  }

  private Response allAsCsv(Request request) {
    return csv(request, "uptime", kit.vault().servers().list());
  }

  private Response oneAsCsv(Request request) {
    Server server = wanted(request);
    return csv(request, "uptime-" + server.key(), List.of(server));
  }

  private Response show(Request request, String key, List<Server> servers) {
    var month = UptimePage.Month.of(month(request), uptime().thisMonth());
    var page = UptimePage.of(key, month, reports(request, servers), names(servers), kit.messages());
    return kit.show(request, Area.ADMIN, "admin/uptime", page);
  }

  private Response csv(Request request, String file, List<Server> servers) {
    Map<ServerKey, String> names = names(servers);
    byte[] body =
        UptimeCsv.of(reports(request, servers), report -> names.getOrDefault(report.server(), ""));
    return Response.bytes(200, UptimeCsv.TYPE, body)
        .attachment(file + "-" + month(request) + ".csv")
        .cache("no-store");
  }

  private List<UptimeReport> reports(Request request, List<Server> servers) {
    YearMonth month = month(request);
    return servers.stream().map(server -> uptime().report(server.key(), month)).toList();
  }

  private YearMonth month(Request request) {
    return Months.wanted(request, uptime().thisMonth());
  }

  private Uptime uptime() {
    return kit.vault().health().uptime();
  }

  private Server wanted(Request request) {
    return kit.vault().servers().require(new ServerKey(request.pathParameter("serverKey")));
  }

  private static Map<ServerKey, String> names(List<Server> servers) {
    return servers.stream().collect(Collectors.toMap(Server::key, s -> s.label().name()));
  }
}
