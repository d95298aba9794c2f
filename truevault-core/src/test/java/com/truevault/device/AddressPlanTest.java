package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.server.ServerFixture;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressPlanTest {
  private final VaultFixture fixture = new VaultFixture();
  private final Settings settings = fixture.vault().settings();
  private final User kim = fixture.confirmed("kim@example.com");
  private int keys;

  @BeforeEach
  void letKimHaveManyDevices() {
    fixture.vault().vips().add("admin", EmailAddress.of("kim@example.com"), "");
    fixture.server(ServerFixture.NEW_YORK);
  }

  private Device add() {
    keys++;
    return fixture.device(kim, "Phone", keys);
  }

  private void remove(Device device) {
    fixture.vault().devices().remove(kim, device.id());
  }

  @Test
  void letsThePoolBeChosenUntilTheFirstAddressIsGivenOut() {
    Map<SettingKey, String> chosen =
        Map.of(
            SettingKey.ADDRESS_POOL_V4, "10.64.0.0/16",
            SettingKey.ADDRESS_POOL_V6, "fd12:3456:789a::/64");
    settings.change("admin", chosen);

    Device first = add();
    assertEquals("10.64.0.2", first.address().ipv4());
    assertEquals("fd12:3456:789a::2", first.address().ipv6());
    remove(first);

    for (Map.Entry<SettingKey, String> other :
        Map.of(
                SettingKey.ADDRESS_POOL_V4, "10.8.0.0/14",
                SettingKey.ADDRESS_POOL_V6, "fd00::/64")
            .entrySet()) {
      TrueVaultException refused =
          assertThrows(
              TrueVaultException.class,
              () -> settings.change("admin", Map.of(other.getKey(), other.getValue())));
      assertEquals("setting-fixed", refused.code());
      assertTrue(refused.getMessage().contains(other.getKey().key()), refused.getMessage());
    }
    settings.change("admin", chosen);
    assertEquals("10.64.0.0/16", settings.text(SettingKey.ADDRESS_POOL_V4));
  }

  @Test
  void restsAFreedAddressForADay() {
    Device first = add();
    assertEquals(2, first.address().offset());
    remove(first);

    assertEquals(3, add().address().offset());
    fixture.clock().advance(Duration.ofHours(24).minusMillis(1));
    assertEquals(4, add().address().offset());
    fixture.clock().advance(Duration.ofMillis(1));
    assertEquals(2, add().address().offset());
    assertEquals(5, add().address().offset());
  }

  @Test
  void keepsAnAddressForAsLongAsTheDeviceIsThere() {
    Device device = add();

    fixture.vault().devices().change(kim, device.id(), DeviceChange.toEnabled(false));
    fixture.vault().devices().replaceKey(kim, device.id(), DeviceFixture.key(999));

    assertEquals(device.address(), fixture.vault().devices().require(kim, device.id()).address());
  }

  @Test
  void warnsWhenFourFifthsAreGoneAndRefusesWhenAllAre() {
    fixture
        .vault()
        .settings()
        .change(Settings.SYSTEM, Map.of(SettingKey.ADDRESS_POOL_V4, "10.8.0.0/24"));
    Set<String> given = new HashSet<>();
    Device last = add();
    given.add(last.address().ipv4());
    for (int used = 1; used < 252; used++) {
      assertEquals(used >= 202, fixture.vault().addressPlan().use().isNearlyFull());
      last = add();
      given.add(last.address().ipv4());
    }
    assertEquals(252, given.size());
    assertFalse(given.contains("10.8.0.0") || given.contains("10.8.0.1"));
    assertFalse(given.contains("10.8.0.254") || given.contains("10.8.0.255"));

    TrueVaultException refused = assertThrows(TrueVaultException.class, this::add);
    assertEquals(ErrorKind.LIMIT_REACHED, refused.kind());
    assertEquals("addresses-exhausted", refused.code());
    assertEquals("all 252 addresses are in use; please write to support", refused.getMessage());

    remove(last);
    assertThrows(TrueVaultException.class, this::add);
    fixture.clock().advance(Duration.ofHours(24));
    assertEquals(last.address(), add().address());
  }

  @Test
  void countsRestingAddressesAsUsed() {
    remove(add());

    assertEquals(1, fixture.vault().addressPlan().use().used());
    fixture.clock().advance(Duration.ofHours(24));
    assertEquals(0, fixture.vault().addressPlan().use().used());
    assertTrue(fixture.vault().addressPlan().use().capacity() > 200_000);
  }
}
