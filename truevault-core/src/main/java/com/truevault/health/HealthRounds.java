package com.truevault.health;

import com.truevault.outbox.Effects;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.store.DataFile;
import com.truevault.wireguard.AddressPool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Checks the servers that are due: those in use whose agent has reported at least once. Safe for
 * use by many threads, which wait for each other.
 */
public final class HealthRounds {
  /** From then on an agent that has not reported is silent. */
  public static final Duration SILENT = Duration.ofMinutes(3);

  // Callers come every minute or so; one who comes early must not make it a minute late.
  private static final Duration SLACK = Duration.ofSeconds(30);
  private static final int BATCH = 500;

  // Who may not connect must be off a server that is out of use, too.
  private static final Set<AlarmKind> STAYING =
      EnumSet.of(AlarmKind.REFUSED, AlarmKind.UNPAID_BUT_ON);

  private final Senses senses;
  private final HealthStores stores;
  private final Settings settings;
  private final Effects effects;
  private final Alarms alarms;
  private final CheckBook book;
  private final HealthHistory history;
  private final Instant began;

  /** Enters what the senses find out into the given stores. */
  public HealthRounds(
      Senses senses, HealthStores stores, Alarms alarms, Settings settings, Effects effects) {
    this.senses = senses;
    this.stores = stores;
    this.settings = settings;
    this.effects = effects;
    this.alarms = alarms;
    this.book = new CheckBook(stores, alarms);
    this.history = new HealthHistory(stores.health(), stores.alarms(), settings, effects);
    this.began = effects.now();
  }

  /**
   * How servers are looked at.
   *
   * @param pool asked for each round, for the address that servers have inside the tunnel
   */
  public record Senses(Probe probe, AgentPulse pulse, Supplier<AddressPool> pool) {}

  /**
   * Checks who is due, which may take a minute; call every minute or so. An interrupted thread
   * leaves those out that have not answered.
   */
  public synchronized void run() {
    List<Server> servers = stores.servers().all();
    dismissUnused(servers);
    int minutes = settings.number(SettingKey.HEALTH_CHECK_MINUTES);
    List<Server> due = minutes == 0 ? List.of() : due(servers, Duration.ofMinutes(minutes));
    if (due.isEmpty()) {
      return;
    }
    Map<ServerKey, ProbeResult> found = senses.probe().probe(targets(due));
    List<HealthCheck> checks = checks(found);
    for (int from = 0; from < checks.size(); from += BATCH) {
      List<HealthCheck> batch = checks.subList(from, Math.min(from + BATCH, checks.size()));
      effects.run(DataFile.SERVERS, out -> book.enter(out, batch, effects.now()));
    }
    history.update();
  }

  private List<Server> due(List<Server> servers, Duration pause) {
    Set<ServerKey> known = senses.pulse().lastReports().keySet();
    Map<ServerKey, Condition> conditions =
        stores.health().conditions().stream()
            .collect(Collectors.toMap(Condition::server, Function.identity()));
    Instant now = effects.now();
    return servers.stream()
        .filter(server -> server.state().active() && known.contains(server.key()))
        .filter(
            server -> {
              Condition last = conditions.get(server.key());
              return last == null
                  || !last.checkedAt().plus(pause).minus(SLACK).isAfter(now)
                  || last.checkedAt().isAfter(now);
            })
        .toList();
  }

  private List<ProbeTarget> targets(List<Server> due) {
    String own = senses.pool().get().server().ipv4();
    return due.stream()
        .map(s -> new ProbeTarget(s.key(), s.endpoint(), s.publicKey(), own))
        .toList();
  }

  private List<HealthCheck> checks(Map<ServerKey, ProbeResult> found) {
    Instant at = effects.now();
    Map<ServerKey, Instant> reports = senses.pulse().lastReports();
    Set<ServerKey> planned = new HashSet<>();
    stores.windows().endingAfter(at).stream()
        .filter(window -> window.covers(at))
        .forEach(window -> planned.add(window.server()));
    List<HealthCheck> checks = new ArrayList<>();
    found.forEach(
        (server, result) -> {
          ProbeResult judged = judged(result, reports.getOrDefault(server, began), at);
          checks.add(
              new HealthCheck(
                  server,
                  at,
                  judged.kind(),
                  judged.roundTrip(),
                  judged.detail(),
                  planned.contains(server)));
        });
    return checks;
  }

  /** Nobody could report before this process began to listen, so silence counts from then. */
  private ProbeResult judged(ProbeResult result, Instant report, Instant at) {
    Instant heard = report.isAfter(began) ? report : began;
    if (result.kind() != HealthKind.UP || !heard.plus(SILENT).isBefore(at)) {
      return result;
    }
    return new ProbeResult(
        HealthKind.AGENT_SILENT,
        result.roundTrip(),
        "tunnels work, but the agent has not reported since " + report);
  }

  private void dismissUnused(List<Server> servers) {
    Set<ServerKey> used =
        servers.stream()
            .filter(server -> server.state().active())
            .map(Server::key)
            .collect(Collectors.toSet());
    List<Alarm> unused =
        alarms.open().stream()
            .filter(alarm -> !used.contains(alarm.server()) && !STAYING.contains(alarm.kind()))
            .toList();
    if (!unused.isEmpty()) {
      effects.run(
          DataFile.SERVERS, out -> unused.forEach(alarm -> alarms.dismiss(alarm, effects.now())));
    }
  }
}
