package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.device.Device.Presence;
import com.truevault.device.Device.Profile;
import com.truevault.device.DeviceStore.Addition;
import com.truevault.device.DeviceStore.Naming;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.UserId;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelName;
import com.truevault.wireguard.TunnelOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link DeviceStore} does. */
public interface DeviceStoreContract {
  Storage storage();

  private DeviceStore devices() {
    return storage().devices();
  }

  private Device add(int number) {
    return add(DeviceFixture.numbered(number));
  }

  private Device add(Device device) {
    devices().add(device, Corpus.MOMENT);
    return device;
  }

  @Test
  default void startsEmpty() {
    assertEquals(Optional.empty(), devices().find(new DeviceId("device-nr-1")));
    assertEquals(List.of(), devices().ofUser(DeviceFixture.OWNER));
    assertEquals(Map.of(), devices().countByServer());
    assertEquals(0, devices().count());
  }

  @Test
  default void givesBackWhatWasAdded() {
    Device device = add(1);

    assertEquals(Optional.of(device), devices().find(device.id()));
    assertEquals(List.of(device), devices().ofUser(DeviceFixture.OWNER));
  }

  @Test
  default void givesBackEveryPartOfAChange() {
    Device before = add(1);
    Device after =
        new Device(
            before.id(),
            before.user(),
            new Profile("O'Brien's \"router\" 🛜  ", DeviceType.ROUTER, OperatingSystem.UNKNOWN),
            DeviceFixture.key(9),
            "sealed:k:secret",
            DeviceFixture.address(99),
            new TunnelName("r=+._-"),
            ServerFixture.BERLIN.key(),
            new TunnelOptions(DnsChoice.ADGUARD, 1280, 0, TunnelMode.SPLIT),
            false,
            new Presence(true, Corpus.MOMENT.plusMillis(1)),
            before.createdAt());

    assertTrue(devices().update(after, Corpus.MOMENT));

    assertEquals(Optional.of(after), devices().find(before.id()));
  }

  @Test
  default void keepsEveryTypeSystemAndNameServer() {
    Device device = add(1);

    for (DeviceType type : DeviceType.values()) {
      for (OperatingSystem system : OperatingSystem.values()) {
        Device changed = device.with(new Profile("Phone", type, system));
        devices().update(changed, Corpus.MOMENT);
        assertEquals(Optional.of(changed), devices().find(device.id()));
      }
    }
    for (DnsChoice dns : DnsChoice.values()) {
      Device changed = device.with(new TunnelOptions(dns, 1500, 60, TunnelMode.FULL));
      devices().update(changed, Corpus.MOMENT);
      assertEquals(Optional.of(changed), devices().find(device.id()));
    }
  }

  @Test
  default void refusesAKeyThatIsInUse() {
    add(1);
    Device second = add(2);

    assertThrows(
        PublicKeyTakenException.class,
        () -> add(DeviceFixture.numbered(3).with(DeviceFixture.key(1))));
    assertThrows(
        PublicKeyTakenException.class,
        () -> devices().update(second.with(DeviceFixture.key(1)), Corpus.MOMENT));
    assertEquals(2, devices().count());
  }

  @Test
  default void refusesTwoDevicesOfOneIdAddressOrName() {
    Device device = add(1);
    Device second = DeviceFixture.numbered(2);

    assertThrows(RuntimeException.class, () -> add(device.with(DeviceFixture.key(2))));
    assertThrows(RuntimeException.class, () -> add(at(second, device)));
    assertThrows(RuntimeException.class, () -> add(second.with(device.profile())));
    assertEquals(List.of(device), devices().ofUser(DeviceFixture.OWNER));
  }

  @Test
  default void letsTwoUsersUseOneName() {
    Device device = add(1);

    add(DeviceFixture.of(new UserId(8), DeviceFixture.numbered(2).with(device.profile())));

    assertEquals(2, devices().count());
  }

  @Test
  default void addsAKeyOnceFromManyThreads() {
    Race race =
        Race.each(
            8, number -> () -> add(DeviceFixture.numbered(number).with(DeviceFixture.key(99))));

    assertEquals(1, race.successes());
    assertTrue(race.failures().stream().allMatch(PublicKeyTakenException.class::isInstance));
  }

  @Test
  default void listsAUsersDevicesOldestFirst() {
    Device c = add(3);
    Device a = add(1);
    add(DeviceFixture.of(new UserId(8), DeviceFixture.numbered(2)));

    assertEquals(List.of(c, a), devices().ofUser(DeviceFixture.OWNER));
    assertEquals(List.of(Naming.of(c), Naming.of(a)), devices().namesOf(DeviceFixture.OWNER));
    devices().update(c, Corpus.MOMENT);
    assertEquals(List.of(c, a), devices().ofUser(DeviceFixture.OWNER));
  }

  @Test
  default void countsDevicesOfEachServer() {
    add(1);
    add(2);
    add(DeviceFixture.numbered(3).with(new ServerKey("berlin")));

    assertEquals(
        Map.of(new ServerKey("new_york"), 2L, new ServerKey("berlin"), 1L),
        devices().countByServer());
    assertEquals(3, devices().count());
  }

  @Test
  default void saysThatAnUnknownDeviceIsNotThere() {
    assertFalse(devices().update(DeviceFixture.numbered(1), Corpus.MOMENT));
    assertFalse(devices().remove(new DeviceId("device-nr-1")));
  }

  @Test
  default void removesADeviceOnceAndFreesItsKeyNameAndAddress() {
    Device device = add(1);

    assertTrue(devices().remove(device.id()));
    assertFalse(devices().remove(device.id()));
    add(device);
  }

  @Test
  default void findsADeviceByItsKey() {
    Device device = add(1);
    add(2);

    assertEquals(Optional.of(device), devices().findByKey(device.publicKey()));
    assertEquals(Optional.empty(), devices().findByKey(DeviceFixture.key(3)));
  }

  @Test
  default void tellsWhoAddedDevicesSince() {
    assertEquals(0, devices().newest());
    add(1);
    long seen = devices().newest();
    assertEquals(List.of(), devices().additions(seen, 10));

    add(DeviceFixture.of(new UserId(9), DeviceFixture.numbered(2)));
    Device last = add(3);

    List<Addition> since = devices().additions(seen, 10);
    assertEquals(
        List.of(new UserId(9), DeviceFixture.OWNER), since.stream().map(Addition::user).toList());
    assertEquals(since.subList(0, 1), devices().additions(seen, 1));
    assertEquals(devices().newest(), since.get(1).number());
    devices().remove(last.id());
    add(4);
    assertTrue(devices().newest() > since.get(1).number(), "no number is given twice");
  }

  @Test
  default void namesUsersWithDevicesInOrderAndOnce() {
    assertEquals(List.of(), devices().owners(0, 10));
    add(DeviceFixture.of(new UserId(9), DeviceFixture.numbered(1)));
    add(DeviceFixture.of(new UserId(3), DeviceFixture.numbered(2)));
    add(DeviceFixture.of(new UserId(3), DeviceFixture.numbered(3)));
    add(DeviceFixture.of(new UserId(5), DeviceFixture.numbered(4)));

    assertEquals(List.of(new UserId(3), new UserId(5)), devices().owners(0, 2));
    assertEquals(List.of(new UserId(9)), devices().owners(5, 2));
    assertEquals(List.of(), devices().owners(9, 2));
  }

  @Test
  default void remembersRetiredKeys() {
    assertFalse(devices().isRetired(DeviceFixture.key(1)));

    devices().retire(DeviceFixture.key(1), Corpus.MOMENT);
    devices().retire(DeviceFixture.key(1), Corpus.MOMENT);

    assertTrue(devices().isRetired(DeviceFixture.key(1)));
    assertFalse(devices().isRetired(DeviceFixture.key(2)));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Device device = add(1);

    Undone.run(
        storage().transactions(),
        DataFile.DEVICES,
        () -> {
          devices().remove(device.id());
          devices().retire(device.publicKey(), Corpus.MOMENT);
          add(2);
        });

    assertEquals(List.of(device), devices().ofUser(DeviceFixture.OWNER));
    assertFalse(devices().isRetired(device.publicKey()));
  }

  private static Device at(Device device, Device neighbour) {
    return new Device(
        device.id(),
        device.user(),
        device.profile(),
        device.publicKey(),
        null,
        neighbour.address(),
        device.tunnelName(),
        device.server(),
        device.options(),
        true,
        Presence.NEVER,
        device.createdAt());
  }
}
