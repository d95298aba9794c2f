package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.device.DeviceChange.Tunnel;
import com.truevault.server.Server;
import com.truevault.server.ServerFixture;
import com.truevault.store.DataFile;
import com.truevault.testing.InMemoryStorage;
import com.truevault.testing.Interjection;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.wireguard.Endpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something changes after a configuration was asked for and before it is written. */
class ConfigurationRaceTest {
  private final Interjection interjection = new Interjection(new InMemoryStorage());
  private final VaultFixture fixture = new VaultFixture(interjection.wired());
  private final Devices devices = fixture.vault().devices();
  private final User kim = fixture.subscriber("kim@example.com", Plan.PERSONAL);
  private final Server server = fixture.server(ServerFixture.NEW_YORK);
  private Device device = DeviceFixture.numbered(0);

  @BeforeEach
  void addDevice() {
    fixture.server(ServerFixture.BERLIN);
    device = fixture.device(kim, "Phone", 1);
  }

  private String text() {
    return fixture.vault().configurations().of(kim, device.id(), null).text();
  }

  private void assertBothHold(String line) {
    assertTrue(text().contains(line), "handed out");
    assertTrue(text().contains(line), "handed out again");
    String stored =
        fixture.vault().configurations().history(kim, device.id()).stream()
            .map(ConfigurationStore.Stored::text)
            .filter(text -> text.contains(line))
            .findFirst()
            .orElse("");
    assertTrue(stored.contains(line), "stored");
  }

  @Test
  void writesTheNewEndpointOfAServerThatMoved() {
    Server moved = ServerFixture.at(server, new Endpoint("192.0.2.99", 51999));
    interjection.beforeWriting(
        DataFile.DEVICES, () -> fixture.vault().servers().change("admin", moved));

    assertBothHold("Endpoint = 192.0.2.99:51999");
  }

  @Test
  void writesTheNewOptionsOfADevice() {
    DeviceChange change =
        new DeviceChange(null, null, null, null, null, true, new Tunnel(null, 1300, null, null));
    interjection.beforeWriting(DataFile.DEVICES, () -> devices.change(kim, device.id(), change));

    assertTrue(text().contains("MTU = 1300"));
    assertTrue(text().contains("PresharedKey = "));
  }

  @Test
  void writesForTheServerADeviceWasMovedTo() {
    interjection.beforeWriting(
        DataFile.DEVICES,
        () -> devices.change(kim, device.id(), DeviceChange.toServer(ServerFixture.BERLIN.key())));

    assertBothHold("PublicKey = " + ServerFixture.BERLIN.publicKey());
  }

  @Test
  void writesNothingForADeviceThatWasRemoved() {
    interjection.beforeWriting(DataFile.DEVICES, () -> devices.remove(kim, device.id()));

    assertEquals("device-not-found", assertThrows(TrueVaultException.class, this::text).code());
  }
}
