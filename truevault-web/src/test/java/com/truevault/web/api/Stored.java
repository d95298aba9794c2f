package com.truevault.web.api;

import com.truevault.TrueVault;
import com.truevault.server.Server;
import com.truevault.setting.Setting;
import com.truevault.store.PageRequest;
import com.truevault.theme.ThemeElement;
import com.truevault.vip.VipEntry;
import java.util.List;
import java.util.Map;

/** Everything that requests could change, to be compared. */
record Stored(
    long users,
    long devices,
    List<Server> servers,
    List<Setting> settings,
    List<ThemeElement> theme,
    List<VipEntry> vips,
    int sessions,
    Map<?, Long> subscriptions) {

  static Stored in(TrueVault vault) {
    return new Stored(
        vault.users().count(),
        vault.devices().count(),
        vault.servers().list(),
        vault.settings().list(),
        vault.themes().list(),
        vault.vips().list(PageRequest.first()).items(),
        vault.sessions().list(new PageRequest(0, PageRequest.MAX_LIMIT)).items().size(),
        vault.subscriptions().activeByPlan());
  }
}
