package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.server.Server;
import com.truevault.setting.SettingKey;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.admin.OverviewPage.Alert;
import com.truevault.web.page.admin.OverviewPage.Task;
import com.truevault.web.page.site.StatusPage.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What needs the administrator's hand: faults first, then what is left to set up. */
record Attention(TrueVault vault, AgentCards agents, Messages messages) {
  private static final int MOST_SERVERS = 5;

  /** What the catalogue has; nobody can answer it. */
  private static final String SENDER_AT_INSTALL = "noreply@example.com";

  /** What is wrong now. */
  List<Alert> alerts(int dead, Tally servers) {
    List<Alert> alerts = new ArrayList<>();
    if (dead > 0) {
      alerts.add(alert(Tone.BAD, "dead", "/admin/outbox", dead));
    }
    if (servers.down() > 0) {
      alerts.add(alert(Tone.BAD, "down", "/admin/servers", servers.down()));
    }
    alerts.addAll(undelivered());
    if (vault.addressPlan().use().isNearlyFull()) {
      alerts.add(alert(Tone.WARN, "addresses", "/admin/settings#s-address_pool_v4"));
    }
    return alerts;
  }

  /** Servers that do not have what the panel wants there, each by its name. */
  private List<Alert> undelivered() {
    List<Alert> alerts =
        vault.servers().list().stream()
            .filter(server -> server.state().active())
            .flatMap(server -> undelivered(server).stream())
            .toList();
    if (alerts.size() <= MOST_SERVERS) {
      return alerts;
    }
    List<Alert> shown = new ArrayList<>(alerts.subList(0, MOST_SERVERS));
    int more = alerts.size() - MOST_SERVERS;
    shown.add(alert(Tone.BAD, "agents", "/admin/servers", more));
    return shown;
  }

  private Optional<Alert> undelivered(Server server) {
    DeliveryState state = agents.state(server);
    String href = "/admin/servers/" + server.key() + "#agent";
    return state.badge().tone() == Tone.BAD
        ? Optional.of(alert(Tone.BAD, "agent", href, server.label().name(), state.badge().text()))
        : Optional.empty();
  }

  /** What is not set up yet. */
  List<Task> tasks(boolean hasFactor, Tally servers) {
    List<Task> tasks = new ArrayList<>();
    if (servers.servers() == 0) {
      tasks.add(task("server", "/admin/servers/new"));
    }
    if (!hasFactor) {
      tasks.add(task("factor", "/profile#second-factor"));
    }
    if (vault.settings().text(SettingKey.SUPPORT_EMAIL).isEmpty()) {
      tasks.add(task("support", "/admin/settings#s-support_email"));
    }
    if (isPlaceholder(vault.settings().text(SettingKey.FROM_EMAIL))) {
      tasks.add(task("sender", "/admin/settings#s-from_email"));
    }
    return tasks;
  }

  private Alert alert(Tone tone, String key, String href, Object... arguments) {
    String base = "overview.alert." + key;
    return new Alert(tone, messages.text(base, arguments), messages.text(base + ".step"), href);
  }

  private Task task(String key, String href) {
    String base = "overview.task." + key;
    return new Task(messages.text(base), messages.text(base + ".step"), href);
  }

  private static boolean isPlaceholder(String address) {
    return address.isEmpty() || address.equals(SENDER_AT_INSTALL);
  }
}
