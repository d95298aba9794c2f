package com.truevault.web.page.admin;

import com.truevault.TrueVault;
import com.truevault.setting.SettingKey;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.admin.OverviewPage.Alert;
import com.truevault.web.page.admin.OverviewPage.Task;
import com.truevault.web.page.site.StatusPage.Tally;
import java.util.ArrayList;
import java.util.List;

/** What needs the administrator's hand: faults first, then what is left to set up. */
record Attention(TrueVault vault, Messages messages) {
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
    if (vault.addressPlan().use().isNearlyFull()) {
      alerts.add(alert(Tone.WARN, "addresses", "/admin/settings#s-address_pool_v4"));
    }
    return alerts;
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
