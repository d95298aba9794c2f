package com.truevault.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.entitlement.Entitlement;
import com.truevault.server.Server.State;
import com.truevault.testing.VaultFixture;
import com.truevault.user.EmailAddress;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.wireguard.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServersTest {
  private final VaultFixture fixture = new VaultFixture();
  private final Servers servers = fixture.vault().servers();
  private final User kim =
      fixture
          .vault()
          .addresses()
          .vouch("admin", fixture.subscriber("kim@example.com", Plan.PERSONAL));

  private Entitlement entitlement(User user) {
    return fixture.vault().entitlements().of(user);
  }

  private List<Server> visibleTo(User user) {
    return servers.visibleTo(entitlement(user));
  }

  @Test
  void showsOpenServersToEverybodyInOrder() {
    fixture.server(ServerFixture.BERLIN);
    fixture.server(ServerFixture.NEW_YORK);

    assertEquals(List.of(ServerFixture.NEW_YORK, ServerFixture.BERLIN), visibleTo(kim));
    assertEquals(visibleTo(kim), servers.listed());
  }

  @Test
  void hidesServersForVips() {
    fixture.server(ServerFixture.VAULT);

    assertEquals(List.of(), visibleTo(kim));
    assertEquals(List.of(), servers.listed());
    fixture.vault().vips().add("admin", EmailAddress.of("kim@example.com"), "");
    assertEquals(List.of(ServerFixture.VAULT), visibleTo(kim));
  }

  @Test
  void showsADedicatedServerToItsOwnerAloneEvenAmongVips() {
    Server mine = fixture.server(ServerFixture.dedicatedTo("KIM@example.com"));
    User robin = fixture.confirmed("robin@example.com");
    fixture.vault().vips().add("admin", EmailAddress.of("robin@example.com"), "");

    assertEquals(List.of(mine), visibleTo(kim));
    assertEquals(List.of(), visibleTo(fixture.reload(robin)));
    assertEquals(List.of(), servers.listed());
  }

  @Test
  void hidesInactiveServersFromEverybody() {
    fixture.server(ServerFixture.NEW_YORK);
    servers.change(
        "admin", ServerFixture.with(ServerFixture.NEW_YORK, new State(false, true, null)));

    assertEquals(List.of(), visibleTo(kim));
    assertEquals(List.of(), servers.listed());
    assertEquals(1, servers.list().size());
  }

  @Test
  void treatsAHiddenServerAsIfItWereNotThere() {
    fixture.server(ServerFixture.VAULT);

    TrueVaultException hidden =
        assertThrows(
            TrueVaultException.class,
            () -> servers.requireVisible(ServerFixture.VAULT.key(), entitlement(kim)));
    TrueVaultException missing =
        assertThrows(
            TrueVaultException.class,
            () -> servers.requireVisible(new ServerKey("no_such"), entitlement(kim)));

    assertEquals(missing.getMessage(), hidden.getMessage());
    assertEquals(missing.code(), hidden.code());
  }

  @Test
  void voidsConfigurationsWhenEndpointOrKeyChangesAndOnlyThen() {
    fixture.server(ServerFixture.NEW_YORK);
    var device = fixture.device(kim, "Phone", 1);
    fixture.vault().configurations().of(kim, device.id(), null);

    servers.change(
        "admin", ServerFixture.with(ServerFixture.NEW_YORK, new State(true, false, null)));
    assertFalse(fixture.vault().configurations().history(kim, device.id()).isEmpty());

    servers.change(
        "admin", ServerFixture.at(ServerFixture.NEW_YORK, new Endpoint("203.0.113.9", 51820)));
    assertTrue(fixture.vault().configurations().history(kim, device.id()).isEmpty());
    assertTrue(
        fixture
            .vault()
            .configurations()
            .of(kim, device.id(), null)
            .text()
            .contains("Endpoint = 203.0.113.9:51820\n"));
  }

  @Test
  void refusesATakenKeyAndAnUnknownServer() {
    fixture.server(ServerFixture.NEW_YORK);

    assertThrows(ServerKeyTakenException.class, () -> fixture.server(ServerFixture.NEW_YORK));
    assertThrows(TrueVaultException.class, () -> servers.change("admin", ServerFixture.BERLIN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "New_York", "new-york", "new york", "a\nb", "ab;", "é_é"})
  void takesPlainKeysAlone(String key) {
    assertThrows(TrueVaultException.class, () -> new ServerKey(key));
  }
}
