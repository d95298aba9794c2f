package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.KillSwitch;
import com.truevault.testing.VaultFixture;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthKillTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  /** A round that raises an alarm has a few commits: checks, deliveries, sums. */
  @ParameterizedTest
  @CsvSource({"1,false", "1,true", "2,false", "2,true"})
  void sumsStayRightAndNoAlarmIsLostWhereverARoundIsKilled(int commit, boolean after) {
    Storage storage = new InMemoryStorage();
    VaultFixture fixture = new VaultFixture(storage);
    fixture.server(ServerFixture.NEW_YORK);
    HealthFixture calm = scripted(fixture);
    calm.round();
    KillSwitch killer = new KillSwitch(storage, commit, after);
    VaultFixture doomed = new VaultFixture(killer.wired(), fixture);
    HealthFixture killed = scripted(doomed);

    boolean struck = false;
    try {
      killed.round();
    } catch (KillSwitch.Killed planned) {
      struck = true;
    }
    assertTrue(struck);
    calm.round();

    HealthStore health = storage.serverHealth();
    Tally checks =
        health.recent(NEW_YORK, 99).stream().map(Tally::of).reduce(Tally.NONE, Tally::plus);
    Tally today = calm.health().uptime().days(NEW_YORK).get(Uptime.DAYS - 1).tally();
    assertEquals(checks, today);
    assertEquals(
        List.of(AlarmKind.OFFLINE),
        calm.health().alarms().open().stream().map(Alarm::kind).toList());
  }

  private static HealthFixture scripted(VaultFixture fixture) {
    HealthFixture health = new HealthFixture(fixture);
    health.report(NEW_YORK);
    health.script(NEW_YORK, HealthKind.NO_ANSWER);
    return health;
  }
}
