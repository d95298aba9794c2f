package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.server.Server;
import com.truevault.store.DataFile;
import com.truevault.store.PageRequest;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.Flash;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Tone;
import com.truevault.web.page.admin.OverviewPage.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The administrator's first page. */
public final class OverviewPages implements Routes {
  private final PageKit kit;

  /** Shows the page with the given kit. */
  public OverviewPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get("/admin", this::overview).access(Access.ADMIN).summary("Shows how the business is");
  }

  private Response overview(Request request) {
    int dead = dead(kit.vault());
    List<Server> servers = kit.vault().servers().list();
    boolean factor = kit.vault().secondFactors().isActive(kit.user(request));
    var page = new OverviewPage(tiles(servers, dead), alerts(servers, dead, factor));
    return kit.show(request, Area.ADMIN, "admin/overview", page);
  }

  private List<Tile> tiles(List<Server> servers, int dead) {
    TrueVault vault = kit.vault();
    long paying =
        vault.subscriptions().activeByPlan().values().stream().mapToLong(Long::longValue).sum();
    long up = servers.stream().filter(server -> server.state().online()).count();
    return List.of(
        tile("users", vault.users().count(), "/admin/users"),
        tile("active", paying, "/admin/users"),
        tile("devices", vault.devices().count(), "/admin/users"),
        new Tile(kit.t("overview.servers"), up + " / " + servers.size(), "/admin/servers"),
        tile("dead", dead, "/admin/outbox"));
  }

  private List<Flash> alerts(List<Server> servers, int dead, boolean factor) {
    List<Flash> alerts = new ArrayList<>();
    if (dead > 0) {
      alerts.add(new Flash(Tone.BAD, kit.t("overview.alert.dead", dead)));
    }
    if (servers.isEmpty()) {
      alerts.add(new Flash(Tone.WARN, kit.t("overview.alert.noservers")));
    }
    if (kit.vault().addressPlan().use().isNearlyFull()) {
      alerts.add(new Flash(Tone.WARN, kit.t("overview.alert.addresses")));
    }
    if (!factor) {
      alerts.add(new Flash(Tone.PLAIN, kit.t("overview.alert.factor")));
    }
    return alerts;
  }

  private Tile tile(String key, long value, String href) {
    return new Tile(kit.t("overview." + key), String.format("%,d", value), href);
  }

  private static int dead(TrueVault vault) {
    var first = new PageRequest(0, PageRequest.MAX_LIMIT);
    return Arrays.stream(DataFile.values())
        .mapToInt(file -> vault.deliveries().dead(file, first).items().size())
        .sum();
  }
}
