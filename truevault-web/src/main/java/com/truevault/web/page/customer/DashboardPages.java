package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.server.ServerKey;
import com.truevault.traffic.Encounter;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import org.jspecify.annotations.Nullable;

/** The page a customer sees first. */
public final class DashboardPages implements Routes {
  private final PageKit kit;

  /** Shows the page with the given kit. */
  public DashboardPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router
        .get("/dashboard", this::dashboard)
        .access(Access.USER)
        .summary("Says whether the user is protected, and why");
  }

  private Response dashboard(Request request) {
    User user = kit.user(request);
    Holdings holdings = Holdings.of(kit.vault(), user, kit.now());
    var facts = PlanFacts.of(kit, user, holdings.entitlement());
    var page =
        DashboardPage.from(
            holdings,
            connected(user, holdings),
            facts,
            ProfilePage.deletionDue(user),
            kit.messages());
    return kit.show(request, Area.CUSTOMER, "customer/dashboard", page);
  }

  private DashboardPage.@Nullable Connected connected(User user, Holdings holdings) {
    ServerNames servers = ServerNames.of(holdings.servers());
    return holdings.devices().stream()
        .filter(device -> device.presence().online())
        .findFirst()
        .map(
            device ->
                new DashboardPage.Connected(
                    device.profile().name(), servers.name(through(user, device))))
        .orElse(null);
  }

  /** The server that saw the device last; files for several servers may lie on it. */
  private ServerKey through(User user, Device device) {
    return kit.vault().traffic().encounters(user, device.id()).stream()
        .findFirst()
        .map(Encounter::server)
        .orElse(device.server());
  }
}
