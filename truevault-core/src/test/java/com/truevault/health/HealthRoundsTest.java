package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.server.Server;
import com.truevault.server.Server.State;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.KillSwitch;
import com.truevault.testing.VaultFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HealthRoundsTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  private final VaultFixture fixture = new VaultFixture();
  private final HealthFixture health = new HealthFixture(fixture);

  @BeforeEach
  void addServers() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    health.report(NEW_YORK);
  }

  private State state() {
    return fixture.vault().servers().require(NEW_YORK).state();
  }

  private List<HealthCheck> checks() {
    return health.health().uptime().recent(NEW_YORK, 10);
  }

  private HealthCheck newest() {
    return checks().get(0);
  }

  @Test
  void probesServersInUseWhoseAgentHasReported() {
    health.round();

    ProbeTarget target = health.asked().get(0).get(0);
    assertEquals(1, health.asked().get(0).size());
    assertEquals(NEW_YORK, target.server());
    assertEquals(ServerFixture.NEW_YORK.endpoint(), target.endpoint());
    assertEquals("10.8.0.1", target.innerAddress());
  }

  @Test
  void leavesServersAloneThatAreNotInUse() {
    fixture
        .vault()
        .servers()
        .change("admin", ServerFixture.NEW_YORK.with(new State(false, true, null)));

    health.round();

    assertEquals(List.of(), health.asked());
  }

  @Test
  void checksAsOftenAsTheSettingSaysThoughItIsCalledEachMinute() {
    for (int minute = 0; minute < 21; minute++) {
      health.pass(Duration.ofMinutes(1));
    }
    assertEquals(5, health.asked().size());

    fixture.vault().settings().change("admin", Map.of(SettingKey.HEALTH_CHECK_MINUTES, "0"));
    health.round();
    assertEquals(5, health.asked().size());
  }

  @Test
  void keepsWhatWasFoundWithItsRoundTrip() {
    health.round();

    assertEquals(
        new HealthCheck(
            NEW_YORK,
            fixture.clock().instant(),
            HealthKind.UP,
            Duration.ofMillis(20),
            "seen: UP",
            false),
        newest());
    assertEquals(fixture.clock().instant(), state().lastPing());
  }

  @ParameterizedTest
  @EnumSource(
      value = HealthKind.class,
      names = {"UP", "AGENT_SILENT"},
      mode = EnumSource.Mode.EXCLUDE)
  void countsEveryFailureAndTurnsTheServerOffAtTheSecondInARow(HealthKind kind) {
    health.round();
    Instant reached = fixture.clock().instant();
    health.script(NEW_YORK, kind);

    health.round();
    assertEquals(kind, newest().kind());
    assertTrue(state().online());
    assertEquals(List.of(), health.health().alarms().open());

    health.round();
    assertFalse(state().online());
    assertEquals(reached, state().lastPing());
    Alarm alarm = health.health().alarms().open().get(0);
    assertEquals(AlarmKind.OFFLINE, alarm.kind());
    assertEquals(reached.plus(Duration.ofMinutes(5)), alarm.raisedAt());
    assertEquals("seen: " + kind, alarm.detail());
  }

  @Test
  void forgivesAFailureThatIsFollowedByASuccess() {
    for (int i = 0; i < 4; i++) {
      health.script(NEW_YORK, i % 2 == 0 ? HealthKind.NO_ANSWER : HealthKind.UP);
      health.round();
    }

    assertTrue(state().online());
    assertEquals(List.of(), health.health().alarms().recent(NEW_YORK, 9));
  }

  @Test
  void turnsTheServerOnAgainAtTheFirstSuccess() {
    health.script(NEW_YORK, HealthKind.NO_ANSWER);
    health.round();
    health.round();
    health.round();
    health.script(NEW_YORK, HealthKind.UP);
    health.round();

    assertTrue(state().online());
    assertEquals(List.of(), health.health().alarms().open());
    Alarm over = health.health().alarms().recent(NEW_YORK, 9).get(0);
    assertEquals(Duration.ofMinutes(15), over.duration(Instant.MAX));
  }

  @Test
  void callsAServerWhoseAgentIsSilentOnlineAndRaisesAnAlarm() {
    health.round();
    health.silentRound();

    assertEquals(HealthKind.AGENT_SILENT, newest().kind());
    assertTrue(state().online());
    assertEquals(
        List.of(AlarmKind.AGENT_SILENT),
        health.health().alarms().open().stream().map(Alarm::kind).toList());

    health.round();
    assertEquals(HealthKind.UP, newest().kind());
    assertEquals(List.of(), health.health().alarms().open());
  }

  @Test
  void blamesNoAgentForTheTimeInWhichNobodyListened() {
    health.round();
    fixture.clock().advance(Duration.ofHours(8));
    health.restarted();
    fixture.clock().advance(Duration.ofMinutes(1));

    health.health().check();

    assertEquals(HealthKind.UP, newest().kind());
  }

  @Test
  void saysOfAFailedServerWhatFailedThoughItsAgentIsSilentToo() {
    health.script(NEW_YORK, HealthKind.NO_ANSWER);
    health.round();
    health.silentRound();

    assertEquals(HealthKind.NO_ANSWER, newest().kind());
    assertEquals(
        List.of(AlarmKind.OFFLINE),
        health.health().alarms().open().stream().map(Alarm::kind).toList());
  }

  @Test
  void forgetsTheAlarmsOfAServerThatIsTakenOutOfUse() {
    health.script(NEW_YORK, HealthKind.PORT_CLOSED);
    health.round();
    health.round();
    Server out = ServerFixture.NEW_YORK.with(new State(false, true, null));
    fixture.vault().servers().change("admin", out);

    health.round();

    assertEquals(List.of(), health.health().alarms().open());
  }

  @Test
  void keepsWhatProbesFoundWhenAnAdministratorSavesAnOldForm() {
    health.script(NEW_YORK, HealthKind.PORT_CLOSED);
    health.round();
    health.round();

    fixture.vault().servers().change("admin", ServerFixture.NEW_YORK);

    assertFalse(state().online());
    assertNull(state().lastPing());
  }

  @Test
  void entersAThousandServersInAFewTransactions() {
    KillSwitch counter = new KillSwitch(new InMemoryStorage(), Integer.MAX_VALUE, true);
    VaultFixture many = new VaultFixture(counter.wired());
    HealthFixture checked = new HealthFixture(many);
    for (int i = 0; i < 1000; i++) {
      ServerKey key = many.server(ServerFixture.open("server_" + i, 5)).key();
      checked.report(key);
      checked.script(key, HealthKind.NO_ANSWER);
    }
    checked.round();
    int before = counter.commits();

    checked.round();

    assertEquals(1000, checked.asked().get(1).size());
    assertEquals(1000, checked.health().alarms().open().size());
    assertTrue(counter.commits() - before <= 4, "commits: " + (counter.commits() - before));
  }
}
