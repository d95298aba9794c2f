package com.truevault.health;

import com.truevault.outbox.Outgoing;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Enters checks with everything that follows from them; call it inside a transaction. */
final class CheckBook {
  private final HealthStores stores;
  private final Alarms alarms;

  CheckBook(HealthStores stores, Alarms alarms) {
    this.stores = stores;
    this.alarms = alarms;
  }

  void enter(Outgoing out, List<HealthCheck> checks, Instant at) {
    Map<ServerKey, Condition> before = new HashMap<>();
    stores.health().conditions().forEach(known -> before.put(known.server(), known));
    List<Alarm> open = alarms.open();
    List<Condition> after = new ArrayList<>();
    List<Alarm> raised = new ArrayList<>();
    List<Alarm> over = new ArrayList<>();
    for (HealthCheck check : checks) {
      Condition known = before.get(check.server());
      Condition now = known == null ? Condition.first(check) : known.after(check);
      after.add(now);
      reach(check, now);
      wanted(check, now).stream().filter(alarm -> !isAmong(open, alarm)).forEach(raised::add);
      open.stream().filter(alarm -> ends(alarm, check)).forEach(over::add);
    }
    stores.health().add(checks);
    stores.health().put(after);
    alarms.settle(out, raised, over, at);
  }

  private void reach(HealthCheck check, Condition now) {
    if (check.online()) {
      stores.servers().updateReach(check.server(), true, check.at());
    } else if (now.isOffline()) {
      stores
          .servers()
          .find(check.server())
          .map(Server::state)
          .filter(Server.State::online)
          .ifPresent(
              state -> stores.servers().updateReach(check.server(), false, state.lastPing()));
    }
  }

  private List<Alarm> wanted(HealthCheck check, Condition now) {
    Instant offlineSince = now.offlineSince();
    if (check.planned()) {
      return List.of();
    }
    if (offlineSince != null) {
      Instant since = unplanned(check, offlineSince);
      return List.of(Alarm.open(check.server(), AlarmKind.OFFLINE, check.detail(), since));
    }
    return check.kind() == HealthKind.AGENT_SILENT
        ? List.of(Alarm.open(check.server(), AlarmKind.AGENT_SILENT, check.detail(), check.at()))
        : List.of();
  }

  /**
   * Since when it has been offline, or since the end of the maintenance that it did not survive.
   */
  private Instant unplanned(HealthCheck check, Instant offlineSince) {
    return stores.windows().during(check.server(), offlineSince, check.at()).stream()
        .map(MaintenanceWindow::end)
        .filter(offlineSince::isBefore)
        .max(Instant::compareTo)
        .orElse(offlineSince);
  }

  private static boolean ends(Alarm alarm, HealthCheck check) {
    return switch (alarm.kind()) {
      case OFFLINE -> alarm.server().equals(check.server()) && check.online();
      case AGENT_SILENT -> alarm.server().equals(check.server()) && check.kind() == HealthKind.UP;
      case LAGGING, REFUSED, PAID_BUT_OFF, UNPAID_BUT_ON -> false;
    };
  }

  private static boolean isAmong(List<Alarm> open, Alarm alarm) {
    return open.stream().anyMatch(other -> other.concerns(alarm.server(), alarm.kind()));
  }
}
