package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.device.AddressPlan;
import com.truevault.server.Server;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import com.truevault.web.page.admin.OverviewPage.Share;
import com.truevault.web.page.admin.OverviewPage.Tile;
import com.truevault.web.page.site.StatusPage.Tally;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The administrator's first page. */
public final class OverviewPages implements Routes {
  private final PageKit kit;
  private final InstantSource clock;

  /** Shows the page with the given kit. */
  public OverviewPages(PageKit kit, InstantSource clock) {
    this.kit = kit;
    this.clock = clock;
  }

  @Override
  public void define(Router router) {
    router.get("/admin", this::overview).access(Access.ADMIN).summary("Shows how the business is");
  }

  private Response overview(Request request) {
    return kit.show(request, Area.ADMIN, "admin/overview", page(kit.user(request)));
  }

  private OverviewPage page(User administrator) {
    TrueVault vault = kit.vault();
    int dead = dead(vault);
    List<Server> servers = vault.servers().list();
    boolean factor = vault.secondFactors().isActive(administrator);
    Tally tally = Tally.of(servers, kit.serverStates());
    long users = vault.users().count();
    Map<Plan, Long> active = vault.subscriptions().activeByPlan();
    long paying = active.values().stream().mapToLong(Long::longValue).sum();
    var attention = new Attention(vault, new AgentCards(kit), kit.messages());
    return new OverviewPage(
        attention.alerts(dead, tally),
        attention.tasks(factor, tally),
        tiles(tally, users, paying, dead),
        SignUpChart.of(vault.audit(), clock.instant()),
        plans(active, users, paying),
        devices(servers),
        pool());
  }

  private List<Tile> tiles(Tally servers, long users, long paying, int dead) {
    String state = servers.servers() == 0 ? "" : servers.badge(kit.messages()).text();
    return List.of(
        tile("users", "users", users, "", "/admin/users"),
        tile("card", "active", paying, kit.t("overview.of", Words.number(users)), "/admin/users"),
        tile("phone", "devices", kit.vault().devices().count(), "", "/admin/users"),
        tile("server", "servers", servers.servers(), state, "/admin/servers"),
        tile("inbox", "dead", dead, dead == 0 ? kit.t("overview.delivered") : "", "/admin/outbox"));
  }

  private Tile tile(String icon, String key, long value, String note, String href) {
    return new Tile(icon, kit.t("overview." + key), Words.number(value), note, href);
  }

  private List<Share> plans(Map<Plan, Long> active, long users, long paying) {
    List<Share> shares = new ArrayList<>();
    for (Plan plan : Plan.values()) {
      long part = active.getOrDefault(plan, 0L);
      shares.add(share(kit.t("plan." + Words.key(plan)), part, users, ""));
    }
    shares.add(share(kit.t("overview.noplan"), Math.max(0, users - paying), users, ""));
    return shares;
  }

  private List<Share> devices(List<Server> servers) {
    var counts = kit.vault().devices().countByServer();
    long all = kit.vault().devices().count();
    return servers.stream()
        .map(
            server ->
                share(
                    server.label().name(),
                    counts.getOrDefault(server.key(), 0L),
                    all,
                    "/admin/servers/" + server.key().value()))
        .toList();
  }

  private Share pool() {
    AddressPlan.Use use = kit.vault().addressPlan().use();
    String text =
        kit.t("overview.pool.used", Words.number(use.used()), Words.number(use.capacity()));
    return new Share(kit.t("overview.pool"), text, use.used(), use.capacity(), "");
  }

  private static Share share(String label, long part, long whole, String href) {
    return new Share(label, Words.number(part), part, Math.max(1, whole), href);
  }

  private static int dead(TrueVault vault) {
    var first = new PageRequest(0, PageRequest.MAX_LIMIT);
    return Arrays.stream(DataFile.values())
        .mapToInt(file -> vault.deliveries().dead(file, first).items().size())
        .sum();
  }
}
