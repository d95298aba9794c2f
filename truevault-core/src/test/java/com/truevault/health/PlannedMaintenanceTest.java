package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.audit.AuditEntry;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannedMaintenanceTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final Instant START = VaultFixture.START;

  private final VaultFixture fixture = new VaultFixture();
  private final HealthFixture health = new HealthFixture(fixture);
  private final PlannedMaintenance planned = health.health().planned();

  @BeforeEach
  void addServer() {
    fixture.server(ServerFixture.NEW_YORK);
    health.report(NEW_YORK);
  }

  private MaintenanceWindow plan(int fromMinutes, int minutes) {
    Instant start = START.plus(Duration.ofMinutes(fromMinutes));
    return planned.add(
        "admin", NEW_YORK, start, start.plus(Duration.ofMinutes(minutes)), " disks ");
  }

  private static void assertRefused(String code, org.junit.jupiter.api.function.Executable call) {
    assertEquals(code, assertThrows(TrueVaultException.class, call).code());
  }

  @Test
  void listsWhatIsOnAndWhatIsToCome() {
    MaintenanceWindow later = plan(120, 30);
    MaintenanceWindow now = plan(-10, 20);

    assertEquals(List.of(now, later), planned.list());
    fixture.clock().advance(Duration.ofMinutes(10));
    assertEquals(List.of(later), planned.list());
    assertEquals("disks", later.note());
  }

  @Test
  void refusesSpansThatMakeNoSense() {
    assertRefused("maintenance-invalid", () -> plan(10, 0));
    assertRefused("maintenance-invalid", () -> plan(-10, 10));
    assertRefused("maintenance-invalid", () -> plan(0, 14 * 24 * 60 + 1));
    assertRefused(
        "text-invalid",
        () -> planned.add("a", NEW_YORK, START, START.plusSeconds(9), "x".repeat(201)));
  }

  @Test
  void removesWhatHasNotBegunAndEndsWhatHas() {
    MaintenanceWindow later = plan(120, 30);
    MaintenanceWindow now = plan(-10, 60);

    planned.cancel("admin", later.id());
    planned.cancel("admin", now.id());

    assertEquals(List.of(), planned.list());
    var kept =
        fixture
            .storage()
            .maintenanceWindows()
            .during(NEW_YORK, Instant.EPOCH, START.plusSeconds(1));
    assertEquals(List.of(now.endingAt(START)), kept);
    assertRefused("maintenance-not-found", () -> planned.cancel("admin", now.id()));
    assertRefused("maintenance-not-found", () -> planned.cancel("admin", later.id()));
  }

  @Test
  void isNotedInTheAuditLog() {
    planned.cancel("ann", plan(120, 30).id());

    assertEquals(
        List.of("server.maintenance-cancelled", "server.maintenance-planned"),
        fixture.vault().audit().list("server.maintenance", PageRequest.first()).items().stream()
            .map(AuditEntry::action)
            .toList());
  }

  @Test
  void makesFailuresCountForNothingAndNotForTrouble() {
    plan(0, 60);
    health.script(NEW_YORK, HealthKind.NO_ANSWER);
    health.round();
    health.round();

    assertFalse(fixture.vault().servers().require(NEW_YORK).state().online());
    assertTrue(fixture.vault().servers().inTrouble().isEmpty());
    Tally today = health.health().uptime().days(NEW_YORK).get(Uptime.DAYS - 1).tally();
    assertEquals(new Tally(2, 0, 2, 0, 0), today);
    assertTrue(today.percentOnline().isEmpty());
  }

  @Test
  void callsFromItsEndOnForAServerThatDoesNotComeBack() {
    plan(0, 60);
    health.script(NEW_YORK, HealthKind.NO_ANSWER);
    for (int i = 0; i < 13; i++) {
      health.round();
    }

    Alarm alarm = health.health().alarms().open().get(0);
    assertEquals(AlarmKind.OFFLINE, alarm.kind());
    assertEquals(START.plus(Duration.ofMinutes(60)), alarm.raisedAt());
    assertEquals(List.of(NEW_YORK), List.copyOf(fixture.vault().servers().inTrouble().keySet()));
  }
}
