package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.device.ConfigurationStore.Stored;
import com.truevault.device.DeviceChange.Tunnel;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceOptionsTest {
  private final VaultFixture fixture = new VaultFixture();
  private final Devices devices = fixture.vault().devices();
  private final Configurations configurations = fixture.vault().configurations();
  private final User kim = fixture.subscriber("kim@example.com", Plan.PERSONAL);

  @BeforeEach
  void addServers() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    fixture.server(ServerFixture.VAULT);
  }

  private Device add() {
    return fixture.device(kim, "Phone", 1);
  }

  private Device change(Device device, Tunnel tunnel) {
    return devices.change(
        kim, device.id(), new DeviceChange(null, null, null, null, null, null, tunnel));
  }

  private Device presharedKey(Device device, boolean on) {
    return devices.change(
        kim, device.id(), new DeviceChange(null, null, null, null, null, on, Tunnel.SAME));
  }

  private String text(Device device, @Nullable ServerKey server) {
    return configurations.of(kim, device.id(), server).text();
  }

  @Test
  void startsWithWhatTheOperatorSet() {
    fixture
        .vault()
        .settings()
        .change(
            "admin",
            Map.of(
                SettingKey.DEFAULT_DNS, "quad9",
                SettingKey.DEFAULT_MTU, "1380",
                SettingKey.DEFAULT_KEEPALIVE, "0"));

    assertEquals(new TunnelOptions(DnsChoice.QUAD9, 1380, 0, TunnelMode.FULL), add().options());
  }

  @Test
  void changesWhatIsNamedAndNothingElse() {
    Device before = add();

    Device after = change(before, new Tunnel(DnsChoice.ADGUARD, null, 60, null));

    assertEquals(
        before.with(new TunnelOptions(DnsChoice.ADGUARD, 1420, 60, TunnelMode.FULL)), after);
    assertEquals(after, change(after, Tunnel.SAME));
  }

  @Test
  void refusesOptionsOutOfRange() {
    Device device = add();

    for (Tunnel wrong :
        List.of(
            new Tunnel(null, 1279, null, null),
            new Tunnel(null, 1501, null, null),
            new Tunnel(null, null, -1, null),
            new Tunnel(null, null, 61, null))) {
      assertEquals(
          "options-invalid",
          assertThrows(TrueVaultException.class, () -> change(device, wrong)).code());
    }
    assertEquals(device, devices.require(kim, device.id()));
  }

  @Test
  void allowsSplitTunnelsUnlessTheOperatorSwitchedThemOff() {
    Device device = add();
    Tunnel split = new Tunnel(null, null, null, TunnelMode.SPLIT);
    assertEquals(TunnelMode.SPLIT, change(device, split).options().mode());
    change(device, new Tunnel(null, null, null, TunnelMode.FULL));

    fixture.vault().settings().change("admin", Map.of(SettingKey.SPLIT_TUNNEL_ALLOWED, "false"));

    assertEquals(
        "split-tunnel-off",
        assertThrows(TrueVaultException.class, () -> change(device, split)).code());
  }

  @Test
  void writesTheConfigurationOfADevice() {
    Device device = add();
    String prefix = fixture.vault().settings().text(SettingKey.ADDRESS_POOL_V6).replace("/64", "");

    assertEquals(
        """
        [Interface]
        PrivateKey = YOUR_PRIVATE_KEY
        Address = 10.8.0.2/32, %s2/128
        DNS = 1.1.1.1, 1.0.0.1
        MTU = 1420

        [Peer]
        PublicKey = %s
        Endpoint = [2001:db8::1]:51821
        AllowedIPs = 0.0.0.0/0, ::/0
        PersistentKeepalive = 25
        """
            .formatted(prefix, ServerFixture.BERLIN.publicKey()),
        text(device, ServerFixture.BERLIN.key()));
  }

  @Test
  void writesATextOnceAndNotesEachTimeItIsHandedOut() {
    Device device = add();
    text(device, null);
    fixture.clock().advance(Duration.ofMinutes(1));
    text(device, null);

    Stored stored = configurations.history(kim, device.id()).get(0);
    assertEquals(VaultFixture.START, stored.generatedAt());
    assertEquals(fixture.clock().instant(), stored.downloadedAt());
  }

  @Test
  void writesATextAnewWhenOptionsOrKeyChange() {
    Device device = add();
    assertTrue(text(device, null).contains("MTU = 1420"));

    change(device, new Tunnel(null, 1300, null, null));
    assertTrue(text(device, null).contains("MTU = 1300"));
    devices.change(kim, device.id(), DeviceChange.toName("Other"));
    assertEquals(1, configurations.history(kim, device.id()).size());
  }

  @Test
  void hidesConfigurationsForServersThatTheUserMayNotSee() {
    Device device = add();

    assertEquals(
        "server-not-found",
        assertThrows(TrueVaultException.class, () -> text(device, ServerFixture.VAULT.key()))
            .code());
  }

  @Test
  void putsAPresharedKeyIntoTheTextAndKeepsItSealedAtRest() {
    Device keyed = presharedKey(add(), true);
    String text = text(keyed, null);

    String key =
        text.lines()
            .filter(line -> line.startsWith("PresharedKey = "))
            .findFirst()
            .orElseThrow()
            .substring("PresharedKey = ".length());
    assertTrue(key.matches("[A-Za-z0-9+/]{43}="), key);
    assertTrue(String.valueOf(keyed.sealedPresharedKey()).startsWith("sealed:k1:"));
    assertFalse(String.valueOf(keyed.sealedPresharedKey()).contains(key));
    Stored stored = configurations.history(kim, keyed.id()).get(0);
    assertFalse(stored.text().contains(key));
    assertFalse(configurations.of(kim, keyed.id(), null).toString().contains(key));
    assertEquals(keyed, presharedKey(keyed, true));
    assertEquals(text, text(keyed, null));
  }

  @Test
  void makesAnotherPresharedKeyAfterItWasOff() {
    Device device = add();
    String first = text(presharedKey(device, true), null);
    assertFalse(text(presharedKey(device, false), null).contains("PresharedKey"));
    assertNotEquals(first, text(presharedKey(device, true), null));
  }

  @Test
  void doesNotOpenAPresharedKeyThatWasMovedToAnotherDevice() {
    Device keyed = presharedKey(add(), true);
    Device other = fixture.device(kim, "Laptop", 2);
    fixture
        .storage()
        .devices()
        .update(other.withPresharedKey(keyed.sealedPresharedKey()), VaultFixture.START);

    assertEquals(
        "secret-unreadable",
        assertThrows(TrueVaultException.class, () -> text(other, null)).code());
  }
}
