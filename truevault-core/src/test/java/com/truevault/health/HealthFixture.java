package com.truevault.health;

import com.truevault.health.HealthRounds.Senses;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Relay;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.secret.SecretBox;
import com.truevault.server.ServerKey;
import com.truevault.testing.VaultFixture;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The health of a vault's servers with a scripted probe, agents that report, and a watch. */
final class HealthFixture {
  private final VaultFixture vault;
  private final Map<ServerKey, HealthKind> script = new HashMap<>();
  private final Map<ServerKey, Instant> reports = new HashMap<>();
  private final List<DeliveryWatch.Trouble> troubles = new ArrayList<>();
  private final List<List<ProbeTarget>> asked = new ArrayList<>();
  private Health health;

  HealthFixture(VaultFixture vault) {
    this.vault = vault;
    this.health = restarted();
  }

  /** Health after the process was started anew. */
  Health restarted() {
    var storage = vault.storage();
    var clock = vault.clock();
    RandomIds random = new RandomIds(new SecureRandom());
    Relay relay = new Relay(storage.transactions(), storage.messages(), clock);
    relay.handle(vault.vault().audit());
    Effects effects = new Effects(storage.transactions(), storage.messages(), relay, random, clock);
    Mails mails =
        new Mails(
            vault.mailed(),
            new SecretBox(List.of(new MasterKey("k1", new byte[32])), random),
            random,
            vault.vault().mailTemplates());
    relay.handle(mails);
    var settings = vault.vault().settings();
    health =
        Health.of(
            new HealthStores(
                storage.servers(),
                storage.serverHealth(),
                storage.alarms(),
                storage.maintenanceWindows()),
            new Senses(this::probe, () -> Map.copyOf(reports), vault.vault().addressPlan()::pool),
            () -> List.copyOf(troubles),
            new AlarmMails(mails, settings, storage.users(), storage.servers()),
            new Health.Tools(settings, effects, clock));
    return health;
  }

  Health health() {
    return health;
  }

  /** What was asked of the probe, round by round. */
  List<List<ProbeTarget>> asked() {
    return asked;
  }

  /** The agent of a server reports now. */
  void report(ServerKey server) {
    reports.put(server, vault.clock().instant());
  }

  /** From now on the probe finds that. */
  void script(ServerKey server, HealthKind kind) {
    script.put(server, kind);
  }

  /** From now on the watch sees that. */
  void watch(DeliveryWatch.Trouble... seen) {
    troubles.clear();
    troubles.addAll(List.of(seen));
  }

  /** Five minutes pass, all agents report, and the servers are checked. */
  void round() {
    pass(Duration.ofMinutes(5));
  }

  /** Time passes, all agents report, and the servers are checked if they are due. */
  void pass(Duration time) {
    vault.clock().advance(time);
    reports.replaceAll((server, before) -> vault.clock().instant());
    health.check();
  }

  /** Five minutes pass without any report, and the servers are checked. */
  void silentRound() {
    vault.clock().advance(Duration.ofMinutes(5));
    health.check();
  }

  private Map<ServerKey, ProbeResult> probe(List<ProbeTarget> targets) {
    asked.add(targets);
    Map<ServerKey, ProbeResult> results = new LinkedHashMap<>();
    for (ProbeTarget target : targets) {
      HealthKind kind = script.getOrDefault(target.server(), HealthKind.UP);
      boolean shook = kind == HealthKind.UP || kind == HealthKind.HANDSHAKE_BUT_NO_TRAFFIC;
      results.put(
          target.server(),
          new ProbeResult(kind, shook ? Duration.ofMillis(20) : null, "seen: " + kind));
    }
    return results;
  }
}
