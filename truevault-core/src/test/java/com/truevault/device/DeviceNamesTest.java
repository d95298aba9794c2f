package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.server.ServerFixture;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import com.truevault.user.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNamesTest {
  private final VaultFixture fixture = new VaultFixture();
  private final User kim = fixture.confirmed("kim@example.com");
  private int keys;

  @BeforeEach
  void letKimHaveManyDevices() {
    fixture.vault().vips().add("admin", EmailAddress.of("kim@example.com"), "");
    fixture.server(ServerFixture.NEW_YORK);
  }

  private Device add(String name) {
    keys++;
    return fixture.device(kim, name, keys);
  }

  private String name(String wanted) {
    return add(wanted).profile().name();
  }

  @Test
  void putsTheSmallestFreeNumberBehindATakenName() {
    assertEquals("Phone", name("Phone"));
    assertEquals("phone 2", name("phone"));
    Device third = add(" PHONE ");
    assertEquals("PHONE 3", third.profile().name());
    assertEquals("Phone 4", name("Phone"));
    fixture.vault().devices().remove(kim, third.id());
    assertEquals("Phone 3", name("Phone"));
  }

  @Test
  void cutsALongNameSoThatItsNumberFits() {
    String longest = "x".repeat(50);
    assertEquals(longest, name(longest));
    assertEquals("x".repeat(48) + " 2", name(longest));
    String emoji = "😀".repeat(50);
    assertEquals(emoji, name(emoji));
    assertEquals("😀".repeat(48) + " 2", name(emoji));
  }

  @Test
  void keepsNamesAndTunnelNamesApartForManyDevicesOfOneName() {
    Set<String> names = new HashSet<>();
    Set<String> tunnels = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      Device device = add("The very long name of a laptop");
      assertTrue(names.add(device.profile().name()), device.profile().name());
      assertTrue(tunnels.add(device.tunnelName().value()), device.tunnelName().value());
      assertTrue(device.tunnelName().value().length() <= 15, device.tunnelName().value());
    }
  }

  @Test
  void renamesToAFreeNameAndKeepsTheTunnelName() {
    Device phone = add("Phone");
    Device laptop = add("Laptop");

    Device renamed =
        fixture.vault().devices().change(kim, laptop.id(), DeviceChange.toName("Phone"));
    assertEquals("Phone 2", renamed.profile().name());
    assertEquals(laptop.tunnelName(), renamed.tunnelName());
    assertEquals(
        "PHONE",
        fixture
            .vault()
            .devices()
            .change(kim, phone.id(), DeviceChange.toName("PHONE"))
            .profile()
            .name());
  }

  @Test
  void letsTwoUsersUseOneName() {
    fixture.vault().vips().add("admin", EmailAddress.of("robin@example.com"), "");
    User robin = fixture.confirmed("robin@example.com");
    add("Phone");

    assertEquals("Phone", fixture.device(robin, "Phone", 99).profile().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "phone\nPostUp = curl example.com",
        "phone\r[Peer]",
        "phone\u2028PostUp = id",
        "phone\0",
        "\u202egpj.exe"
      })
  void refusesNamesThatCouldAddALine(String name) {
    assertThrows(TrueVaultException.class, () -> add(name));
    Device device = add("Phone");
    assertThrows(
        TrueVaultException.class,
        () -> fixture.vault().devices().change(kim, device.id(), DeviceChange.toName(name)));
    assertEquals(List.of(device), fixture.vault().devices().of(kim));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostUp = id", "[Peer]", "#", "= ;", "<b>x</b>", "../../x"})
  void keepsNamesOutOfTheConfiguration(String name) {
    Device device = add(name);

    String text = fixture.vault().configurations().of(kim, device.id(), null).text();
    assertEquals(11, text.lines().count(), text);
    assertTrue(!text.contains("PostUp") && !text.contains("<b>") && !text.contains(".."), text);
  }
}
