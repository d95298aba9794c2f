package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.Interjection;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private final Interjection interjection = new Interjection(new InMemoryStorage());
  private final VaultFixture fixture = new VaultFixture(interjection.wired());
  private final Devices devices = fixture.vault().devices();
  private final User kim = fixture.subscriber("kim@example.com", Plan.PERSONAL);
  private final User robin = fixture.subscriber("robin@example.com", Plan.PERSONAL);

  @BeforeEach
  void addServers() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    fixture.server(ServerFixture.VAULT);
  }

  private Device add(String name, int key) {
    return fixture.device(kim, name, key);
  }

  private static void assertNotFound(org.junit.jupiter.api.function.Executable call) {
    TrueVaultException refused = assertThrows(TrueVaultException.class, call);
    assertEquals(ErrorKind.NOT_FOUND, refused.kind());
    assertEquals("no such device; choose one from the list", refused.getMessage());
  }

  @Test
  void addsADeviceWithAnAddressATunnelNameAndTheStandardOptions() {
    Device device = add("Anna's phone", 1);

    assertEquals("10.8.0.2", device.address().ipv4());
    assertEquals("anna-s-phone", device.tunnelName().value());
    assertEquals(1420, device.options().mtu());
    assertTrue(device.enabled());
    assertEquals(List.of(device), devices.of(kim));
  }

  @Test
  void refusesADeviceBeyondThePlanLimitAndSaysTheWayOut() {
    for (int i = 1; i <= 3; i++) {
      add("Phone", i);
    }

    DeviceLimitReachedException refused =
        assertThrows(DeviceLimitReachedException.class, () -> add("Phone", 4));

    assertEquals(
        "3 of 3 devices are in use; remove one or choose a larger plan", refused.getMessage());
    assertEquals(3, refused.used());
    assertEquals(3, refused.limit());
    assertEquals(3, devices.of(kim).size());
    assertEquals(3, fixture.vault().addressPlan().use().used());
  }

  @Test
  void addsNothingForAUserWhoIsErasedMeanwhile() {
    interjection.beforeWriting(
        DataFile.DEVICES, () -> fixture.vault().departures().erase("system", kim));

    TrueVaultException refused = assertThrows(TrueVaultException.class, () -> add("Phone", 1));

    assertEquals("user-not-found", refused.code());
    assertEquals(0, devices.count());
    assertEquals(0, fixture.vault().addressPlan().use().used());
  }

  @Test
  void stopsAtTheLimitThoughFiftyAreAddedAtTheSameTime() {
    Race race = Race.each(50, number -> () -> add("Phone", number));

    assertEquals(3, race.successes());
    assertTrue(race.failures().stream().allMatch(DeviceLimitReachedException.class::isInstance));
    assertEquals(3, devices.of(kim).size());
  }

  @Test
  void givesARemovedDevicesPlaceToAnother() {
    add("Phone", 1);
    add("Laptop", 2);
    Device third = add("Tablet", 3);

    devices.remove(kim, third.id());

    assertEquals("Tablet", add("Tablet", 4).profile().name());
    assertNotFound(() -> devices.remove(kim, third.id()));
  }

  @Test
  void refusesWhoIsNotEntitledAndSaysWhy() {
    User newcomer = fixture.customer("new@example.com");

    TrueVaultException refused =
        assertThrows(TrueVaultException.class, () -> fixture.device(newcomer, "Phone", 1));

    assertEquals("not-entitled", refused.code());
    assertEquals(fixture.vault().entitlements().of(newcomer).summary(), refused.getMessage());
  }

  @Test
  void refusesKeysThatAreOrWereInUseWithoutSayingWhose() {
    Device device = add("Phone", 1);
    PublicKeyTakenException taken =
        assertThrows(PublicKeyTakenException.class, () -> fixture.device(robin, "Phone", 1));
    assertFalse(taken.getMessage().contains("kim"), taken.getMessage());

    devices.remove(kim, device.id());

    assertThrows(PublicKeyTakenException.class, () -> fixture.device(robin, "Phone", 1));
    assertThrows(PublicKeyTakenException.class, () -> add("Phone", 1));
  }

  @Test
  void replacesAKeyAndKeepsNameAddressAndServer() {
    Device before = add("Phone", 1);
    fixture.vault().configurations().of(kim, before.id(), null);

    Device after = devices.replaceKey(kim, before.id(), DeviceFixture.key(2));

    assertEquals(before.with(DeviceFixture.key(2)), after);
    assertEquals(after, devices.require(kim, before.id()));
    assertEquals(List.of(), fixture.vault().configurations().history(kim, before.id()));
    assertThrows(
        PublicKeyTakenException.class,
        () -> devices.replaceKey(kim, before.id(), DeviceFixture.key(1)));
  }

  @Test
  void doesNotReplaceAKeyByItself() {
    Device device = add("Phone", 1);

    assertThrows(
        PublicKeyTakenException.class,
        () -> devices.replaceKey(kim, device.id(), device.publicKey()));
    assertFalse(fixture.storage().devices().isRetired(device.publicKey()));
  }

  @Test
  void treatsAnothersDeviceAsIfItWereNotThere() {
    Device device = add("Phone", 1);
    DeviceId missing = new DeviceId("no-such-device");

    for (DeviceId id : List.of(device.id(), missing)) {
      assertNotFound(() -> devices.require(robin, id));
      assertNotFound(() -> devices.remove(robin, id));
      assertNotFound(() -> devices.change(robin, id, DeviceChange.toName("Mine")));
      assertNotFound(() -> devices.replaceKey(robin, id, DeviceFixture.key(9)));
      assertNotFound(() -> fixture.vault().configurations().of(robin, id, null));
      assertNotFound(() -> fixture.vault().configurations().history(robin, id));
    }
    assertNotFound(() -> new DeviceId("../etc"));
    assertEquals(device, devices.require(kim, device.id()));
  }

  @Test
  void switchesToAServerThatTheUserMaySeeAndToNoOther() {
    Device device = add("Phone", 1);
    ServerKey vault = ServerFixture.VAULT.key();

    assertEquals(
        ServerFixture.BERLIN.key(),
        devices
            .change(kim, device.id(), DeviceChange.toServer(ServerFixture.BERLIN.key()))
            .server());
    TrueVaultException hidden =
        assertThrows(
            TrueVaultException.class,
            () -> devices.change(kim, device.id(), DeviceChange.toServer(vault)));
    TrueVaultException missing =
        assertThrows(
            TrueVaultException.class,
            () ->
                devices.change(kim, device.id(), DeviceChange.toServer(new ServerKey("no_such"))));
    assertEquals(missing.getMessage(), hidden.getMessage());
    fixture.vault().vips().add("admin", EmailAddress.of("kim@example.com"), "");
    User proven = fixture.vault().addresses().vouch("admin", kim);
    assertEquals(vault, devices.change(proven, device.id(), DeviceChange.toServer(vault)).server());
  }

  @Test
  void leavesDevicesAsTheyAreWhileTheUserIsShutOut() {
    Device device = add("Phone", 1);
    Device off = devices.change(kim, device.id(), DeviceChange.toEnabled(false));
    assertFalse(off.enabled());

    User blocked = fixture.vault().users().block("admin", kim, "spam");
    assertEquals(List.of(off), devices.of(blocked));
    assertThrows(
        TrueVaultException.class,
        () -> fixture.vault().configurations().of(blocked, device.id(), null));
    assertThrows(TrueVaultException.class, () -> fixture.device(blocked, "Tablet", 2));

    User back = fixture.vault().users().unblock("admin", fixture.reload(kim));
    assertEquals(List.of(off), devices.of(back));
  }

  @Test
  void countsDevicesOfEachServer() {
    add("Phone", 1);
    Device laptop = add("Laptop", 2);
    devices.change(kim, laptop.id(), DeviceChange.toServer(ServerFixture.BERLIN.key()));

    assertEquals(
        Map.of(ServerFixture.NEW_YORK.key(), 1L, ServerFixture.BERLIN.key(), 1L),
        devices.countByServer());
    assertEquals(2, devices.count());
  }

  @Test
  void givesEveryDeviceAnIdThatNobodyGuesses() {
    assertTrue(add("Phone", 1).id().value().matches("[0-9a-z]{26}"));
    assertNotEquals(add("Laptop", 2).id(), add("Tablet", 3).id());
  }
}
