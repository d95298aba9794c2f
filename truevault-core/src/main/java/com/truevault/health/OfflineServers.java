package com.truevault.health;

import com.truevault.server.ServerKey;
import com.truevault.server.Troubles;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The servers that are offline though nobody planned it. There are none while checks are switched
 * off, for what was found before says nothing then. Safe for use by many threads.
 */
public final class OfflineServers implements Troubles {
  private final HealthStore health;
  private final MaintenanceWindowStore windows;
  private final Settings settings;
  private final InstantSource clock;

  /** Reads from the given stores. */
  public OfflineServers(
      HealthStore health, MaintenanceWindowStore windows, Settings settings, InstantSource clock) {
    this.health = health;
    this.windows = windows;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Map<ServerKey, Instant> current() {
    List<Condition> offline =
        settings.number(SettingKey.HEALTH_CHECK_MINUTES) == 0 ? List.of() : health.offline();
    if (offline.isEmpty()) {
      return Map.of();
    }
    Instant now = clock.instant();
    Map<ServerKey, Instant> since = new HashMap<>();
    for (Condition condition : offline) {
      if (condition.offlineSince() != null) {
        since.put(condition.server(), condition.offlineSince());
      }
    }
    windows.endingAfter(now).stream()
        .filter(window -> window.covers(now))
        .forEach(window -> since.remove(window.server()));
    return Map.copyOf(since);
  }
}
