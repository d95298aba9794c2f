package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceFixture;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfflineServersTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final ServerKey BERLIN = ServerFixture.BERLIN.key();

  private final VaultFixture fixture = new VaultFixture();
  private final HealthFixture health = new HealthFixture(fixture);
  private final User kim = fixture.subscriber("kim@example.com", Plan.FAMILY);

  @BeforeEach
  void addServers() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    health.report(BERLIN);
  }

  private void failTwice() {
    health.script(BERLIN, HealthKind.NO_ANSWER);
    health.round();
    health.round();
  }

  private Device add(int key, ServerKey server) {
    return fixture
        .vault()
        .devices()
        .add(
            kim,
            new NewDevice(
                "Phone", DeviceType.MOBILE, OperatingSystem.IOS, DeviceFixture.key(key), server));
  }

  private Device move(Device device, ServerKey server) {
    return fixture.vault().devices().change(kim, device.id(), DeviceChange.toServer(server));
  }

  private static void assertRefused(org.junit.jupiter.api.function.Executable call) {
    TrueVaultException refused = assertThrows(TrueVaultException.class, call);
    assertEquals("server-in-trouble", refused.code());
    assertEquals(ErrorKind.CONFLICT, refused.kind());
    assertEquals(
        "berlin has not answered since 2026-01-31T10:05:00Z; choose another server",
        refused.getMessage());
  }

  @Test
  void getNoNewDevicesAndNoneMovedToThem() {
    Device phone = add(1, NEW_YORK);
    failTwice();

    assertRefused(() -> add(2, BERLIN));
    assertRefused(() -> move(phone, BERLIN));
    assertEquals(NEW_YORK, add(3, NEW_YORK).server());
  }

  @Test
  void keepTheDevicesTheyHaveWhichMayBeChangedAndMoveAway() {
    Device phone = add(1, BERLIN);
    failTwice();

    assertEquals(BERLIN, move(phone, BERLIN).server());
    assertEquals(NEW_YORK, move(phone, NEW_YORK).server());
  }

  @Test
  void areWelcomeAgainOnceTheyAnswer() {
    failTwice();
    health.script(BERLIN, HealthKind.UP);
    health.round();

    assertEquals(BERLIN, add(1, BERLIN).server());
  }

  @Test
  void areNotInTroubleAfterOneFailureNorWhileNobodyChecks() {
    health.script(BERLIN, HealthKind.NO_ANSWER);
    health.round();
    assertEquals(Map.of(), fixture.vault().servers().inTrouble());

    health.round();
    assertEquals(
        Map.of(BERLIN, VaultFixture.START.plus(Duration.ofMinutes(5))),
        fixture.vault().servers().inTrouble());

    fixture.vault().settings().change("admin", Map.of(SettingKey.HEALTH_CHECK_MINUTES, "0"));
    assertEquals(Map.of(), fixture.vault().servers().inTrouble());
  }
}
