package com.truevault.health;

import com.truevault.health.DeliveryWatch.Trouble;
import com.truevault.outbox.Effects;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes alarms of what the watch on lists and kernels sees. Safe for use by many threads, which
 * wait for each other.
 */
public final class DeliveryAlarms {
  private static final Set<AlarmKind> SEEN_TWICE =
      EnumSet.of(AlarmKind.PAID_BUT_OFF, AlarmKind.UNPAID_BUT_ON);
  private static final Set<AlarmKind> KINDS =
      EnumSet.complementOf(EnumSet.of(AlarmKind.OFFLINE, AlarmKind.AGENT_SILENT));

  // Agents that could not reach a stopped panel need time to come back.
  private static final Duration SETTLING = Duration.ofMinutes(3);

  private final DeliveryWatch watch;
  private final Alarms alarms;
  private final MaintenanceWindowStore windows;
  private final Effects effects;
  private final Instant began;
  private Set<Sight> before = Set.of();

  /** Looks by the given watch. */
  public DeliveryAlarms(
      DeliveryWatch watch, Alarms alarms, MaintenanceWindowStore windows, Effects effects) {
    this.watch = watch;
    this.alarms = alarms;
    this.windows = windows;
    this.effects = effects;
    this.began = effects.now();
  }

  /** Looks once; call every minute or so. */
  public synchronized void look() {
    List<Trouble> troubles = watch.troubles();
    Set<Sight> now = troubles.stream().map(Sight::of).collect(Collectors.toSet());
    List<Alarm> open = alarms.open().stream().filter(a -> KINDS.contains(a.kind())).toList();
    // Gone in one look may be back in the next; nobody is called and called off each minute.
    List<Alarm> over =
        open.stream()
            .filter(alarm -> !now.contains(Sight.of(alarm)) && !before.contains(Sight.of(alarm)))
            .toList();
    List<Alarm> raised = raised(troubles, open);
    before = now;
    if (!raised.isEmpty() || !over.isEmpty()) {
      effects.run(DataFile.SERVERS, out -> alarms.settle(out, raised, over, effects.now()));
    }
  }

  private List<Alarm> raised(List<Trouble> troubles, List<Alarm> open) {
    Set<Sight> known = open.stream().map(Sight::of).collect(Collectors.toSet());
    Set<ServerKey> planned = planned();
    return troubles.stream()
        .filter(trouble -> KINDS.contains(trouble.kind()))
        .filter(trouble -> !known.contains(Sight.of(trouble)))
        .filter(trouble -> !planned.contains(trouble.server()))
        .filter(trouble -> isCertain(trouble))
        .map(t -> Alarm.open(t.server(), t.kind(), t.detail(), effects.now()))
        .toList();
  }

  private boolean isCertain(Trouble trouble) {
    if (trouble.kind() == AlarmKind.LAGGING && began.plus(SETTLING).isAfter(effects.now())) {
      return false;
    }
    return !SEEN_TWICE.contains(trouble.kind()) || before.contains(Sight.of(trouble));
  }

  private Set<ServerKey> planned() {
    Instant now = effects.now();
    Set<ServerKey> servers = new HashSet<>();
    windows.endingAfter(now).stream()
        .filter(window -> window.covers(now))
        .forEach(window -> servers.add(window.server()));
    return servers;
  }

  private record Sight(ServerKey server, AlarmKind kind) {
    static Sight of(Trouble trouble) {
      return new Sight(trouble.server(), trouble.kind());
    }

    static Sight of(Alarm alarm) {
      return new Sight(alarm.server(), alarm.kind());
    }
  }
}
