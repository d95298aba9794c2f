package com.truevault.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditEntry;
import com.truevault.billing.Subscription;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceFixture;
import com.truevault.server.Server;
import com.truevault.server.Server.Access;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.vip.VipEntry;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerListsTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final ServerKey VAULT = ServerFixture.VAULT.key();

  private final VaultFixture fixture = new VaultFixture();
  private final PeerLists lists = fixture.vault().peerLists();

  @BeforeEach
  void addServers() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    fixture.server(ServerFixture.VAULT);
  }

  private PeerList published(ServerKey server) {
    lists.publish();
    return lists.current(server).orElseThrow();
  }

  /** Who is on a list beside the probe. */
  private Set<PublicKey> devicesOn(ServerKey server) {
    Set<PublicKey> keys =
        published(server).peers().stream().map(Peer::publicKey).collect(Collectors.toSet());
    assertTrue(keys.remove(fixture.vault().nodeKeys().probe().publicKey()), "the probe is missing");
    return keys;
  }

  private Set<PublicKey> keys(Device... devices) {
    return List.of(devices).stream().map(Device::publicKey).collect(Collectors.toSet());
  }

  @Test
  void putsAPayingDeviceOnEveryServerItsUserMayUse() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(user, "Phone", 1);

    assertEquals(keys(phone), devicesOn(NEW_YORK));
    assertEquals(keys(phone), devicesOn(ServerFixture.BERLIN.key()));
    assertEquals(Set.of(), devicesOn(VAULT));
    Peer peer =
        lists.current(NEW_YORK).orElseThrow().peers().stream()
            .filter(other -> other.publicKey().equals(phone.publicKey()))
            .findFirst()
            .orElseThrow();
    assertEquals(phone.address().allowedIps(), peer.allowedIps());
    assertNull(peer.presharedKey());
  }

  @Test
  void followsEverythingThatMayChangeWhoConnects() {
    User user = fixture.customer("kim@example.com");
    Subscription paid =
        fixture.subscribe(user, Plan.FAMILY, com.truevault.billing.BillingCycle.MONTHLY);
    Device phone = fixture.device(user, "Phone", 1);
    var vault = fixture.vault();
    assertEquals(keys(phone), devicesOn(NEW_YORK));

    vault.users().block("admin", user, "spam");
    assertEquals(Set.of(), devicesOn(NEW_YORK));
    vault.users().unblock("admin", user);
    assertEquals(keys(phone), devicesOn(NEW_YORK));

    vault.devices().change(user, phone.id(), DeviceChange.toEnabled(false));
    assertEquals(Set.of(), devicesOn(NEW_YORK));
    vault.devices().change(user, phone.id(), DeviceChange.toEnabled(true));
    vault.devices().replaceKey(user, phone.id(), DeviceFixture.key(9));
    assertEquals(Set.of(DeviceFixture.key(9)), devicesOn(NEW_YORK));

    VipEntry vip = vault.vips().add("admin", user.email(), "");
    assertEquals(Set.of(), devicesOn(VAULT), "the address is not confirmed");
    vault.addresses().vouch("admin", user);
    assertEquals(Set.of(DeviceFixture.key(9)), devicesOn(VAULT));
    vault.vips().change("admin", vip, "", false);
    assertEquals(Set.of(), devicesOn(VAULT));

    assertEquals(Set.of(DeviceFixture.key(9)), devicesOn(NEW_YORK), "it is paid, though no more");
    fixture.clock().advance(Duration.ofDays(31));
    assertEquals(Set.of(), devicesOn(NEW_YORK), "time alone ends it: " + paid);

    vault.vips().change("admin", vip, "", true);
    assertEquals(Set.of(DeviceFixture.key(9)), devicesOn(VAULT));
    vault.departures().erase("admin", fixture.reload(user));
    assertEquals(Set.of(), devicesOn(VAULT));
    assertEquals(Set.of(), devicesOn(NEW_YORK));
  }

  @Test
  void followsServersAndSettings() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(user, "Phone", 1);
    Server dedicated = fixture.server(ServerFixture.dedicatedTo("kim@example.com"));
    var vault = fixture.vault();
    assertEquals(Set.of(), devicesOn(dedicated.key()), "the address is not confirmed");

    vault.settings().change("admin", Map.of(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP, "false"));
    assertEquals(keys(phone), devicesOn(dedicated.key()));
    vault
        .servers()
        .change(
            "admin",
            ServerFixture.with(
                dedicated, new Access(com.truevault.server.AccessLevel.VIP_ONLY, null)));
    assertEquals(Set.of(), devicesOn(dedicated.key()));

    vault
        .servers()
        .change(
            "admin",
            ServerFixture.with(ServerFixture.NEW_YORK, new Server.State(false, false, null)));
    assertEquals(Set.of(), devicesOn(NEW_YORK));

    assertFalse(published(NEW_YORK).removesForeign());
    vault.settings().change("admin", Map.of(SettingKey.FOREIGN_PEERS_REMOVED, "true"));
    assertTrue(published(NEW_YORK).removesForeign());
  }

  @Test
  void saysHowTheInterfaceHasToBe() {
    InterfacePlan plan = published(NEW_YORK).plan();

    assertEquals(ServerFixture.NEW_YORK.publicKey(), plan.publicKey());
    assertEquals(51820, plan.port());
    assertEquals(1420, plan.mtu());
    String v6 = fixture.vault().addressPlan().pool().v6();
    assertEquals(List.of("10.8.0.1/14", v6.replace("::/64", "::1/64")), plan.addresses());
  }

  @Test
  void opensPresharedKeysForListsAndLeavesOutWhatDoesNotOpen() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(user, "Phone", 1);
    Device laptop = fixture.device(user, "Laptop", 2);
    fixture
        .vault()
        .devices()
        .change(
            user,
            phone.id(),
            new DeviceChange(null, null, null, null, null, true, DeviceChange.Tunnel.SAME));
    assertEquals(
        1,
        published(NEW_YORK).peers().stream()
            .filter(peer -> peer.publicKey().equals(phone.publicKey()))
            .filter(peer -> peer.presharedKey() != null)
            .count());
    assertFalse(published(NEW_YORK).toString().contains("="), "a list shows no key");

    // Sealed for another device: it does not open.
    String sealed = fixture.storage().devices().find(phone.id()).orElseThrow().sealedPresharedKey();
    fixture.storage().devices().update(laptop.withPresharedKey(sealed), fixture.clock().instant());
    fixture.vault().users().block("admin", user, "test");
    lists.publish();
    fixture.vault().users().unblock("admin", user);
    TrueVaultException told = assertThrows(TrueVaultException.class, lists::publish);
    assertEquals("secret-unreadable", told.code());
    assertEquals(keys(phone), devicesOn(NEW_YORK));
  }

  @Test
  void numbersALittleHigherOnlyIfSomethingChanged() {
    PeerList first = published(NEW_YORK);
    assertEquals(new ListVersion(1, 1), first.version());
    assertSame(first, published(NEW_YORK));

    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    assertSame(first, published(NEW_YORK), "without a device nobody is on a list");
    fixture.device(user, "Phone", 1);
    assertEquals(new ListVersion(1, 2), published(NEW_YORK).version());
    assertEquals(new ListVersion(1, 1), published(VAULT).version());
  }

  @Test
  void sharesOneArrayOfPeersAmongServersForTheSamePeople() {
    fixture.device(fixture.subscriber("kim@example.com", Plan.FAMILY), "Phone", 1);

    assertSame(published(NEW_YORK).peers(), published(ServerFixture.BERLIN.key()).peers());
  }

  @Test
  void issuesAnewEveryDayWhatIsValidForThree() {
    PeerList first = published(NEW_YORK);
    assertEquals(first.issuedAt().plus(Duration.ofDays(3)), first.expiresAt());

    fixture.clock().advance(Duration.ofDays(1).minusMillis(1));
    assertSame(first, published(NEW_YORK));
    fixture.clock().advance(Duration.ofMillis(1));
    assertEquals(first.version().next(), published(NEW_YORK).version());
  }

  @Test
  void goesOnWithTheSameListAfterARestart() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    fixture.device(user, "Phone", 1);
    PeerList before = published(NEW_YORK);

    PeerLists restarted = new VaultFixture(fixture.storage(), fixture).vault().peerLists();
    fixture.clock().advance(Duration.ofHours(1));
    restarted.publish();

    assertEquals(before, restarted.current(NEW_YORK).orElseThrow());
  }

  @Test
  void repairsInFiveMinutesWhatNobodyTold() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(user, "Phone", 1);
    assertEquals(keys(phone), devicesOn(NEW_YORK));
    fixture.storage().devices().update(phone.switched(false), fixture.clock().instant());
    assertEquals(keys(phone), devicesOn(NEW_YORK));

    fixture.clock().advance(Duration.ofMinutes(5));

    assertEquals(Set.of(), devicesOn(NEW_YORK));
  }

  @Test
  void notesEachCauseOnceAndForgetsItWhenItIsSeen() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(user, "Phone", 1);
    lists.publish();
    fixture.vault().devices().change(user, phone.id(), DeviceChange.toName("Handset"));
    assertEquals(PeerChanges.NONE, fixture.storage().peerLists().changes(), "a name is no cause");
    fixture.vault().devices().replaceKey(user, phone.id(), DeviceFixture.key(2));

    assertEquals(Set.of(user.id()), fixture.storage().peerLists().changes().users());
    lists.publish();
    assertEquals(PeerChanges.NONE, fixture.storage().peerLists().changes());
    fixture.vault().maintenance().deliver();
    assertEquals(PeerChanges.NONE, fixture.storage().peerLists().changes());
  }

  @Test
  void confirmsTheListThatWasLookedAtUntilItsAgentHasIt() {
    PeerList looked = published(NEW_YORK);
    lists.confirmShrinkage("public-id-of-ada", NEW_YORK, looked.version());

    PeerList confirmed = published(NEW_YORK);
    assertEquals(looked.version().next(), confirmed.version());
    assertEquals(
        new Shrinkage("public-id-of-ada", fixture.clock().instant(), 1), confirmed.confirmed());
    TrueVaultException late =
        assertThrows(
            TrueVaultException.class,
            () -> lists.confirmShrinkage("ada", NEW_YORK, looked.version()));
    assertEquals(ErrorKind.CONFLICT, late.kind());
    assertEquals("list-changed", late.code());

    fixture.device(fixture.subscriber("kim@example.com", Plan.FAMILY), "Phone", 1);
    PeerList grown = published(NEW_YORK);
    assertEquals(confirmed.confirmed(), grown.confirmed(), "its agent has not taken it yet");
    lists.applied(NEW_YORK, confirmed.version());
    assertSame(grown, published(NEW_YORK));
    lists.applied(NEW_YORK, grown.version());
    assertNull(published(NEW_YORK).confirmed());
    assertEquals(List.of("new_york"), audited("list.shrinkage-confirmed"));
  }

  @Test
  void letsAConfirmationThatNobodyTookLapseAfterADay() {
    lists.confirmShrinkage("ada", NEW_YORK, published(NEW_YORK).version());
    fixture.clock().advance(Duration.ofDays(1));
    assertNotNull(published(NEW_YORK).confirmed());

    fixture.clock().advance(Duration.ofSeconds(1));

    assertNull(published(NEW_YORK).confirmed());
  }

  @Test
  void confirmsNothingForAServerThatIsNotThere() {
    TrueVaultException unknown =
        assertThrows(
            TrueVaultException.class,
            () -> lists.confirmShrinkage("ada", new ServerKey("nowhere"), new ListVersion(1, 1)));
    assertEquals("list-not-issued", unknown.code());
  }

  @Test
  void beginsAnEpochByAnAdministratorsWordThatIsNewerThanAnything() {
    PeerList before = published(NEW_YORK);

    lists.raiseEpoch("public-id-of-ada");

    PeerList after = published(NEW_YORK);
    long seconds = fixture.clock().instant().getEpochSecond();
    assertEquals(new ListVersion(seconds, 1), after.version());
    assertTrue(after.version().isNewerThan(before.version()));
    lists.raiseEpoch("public-id-of-ada");
    assertEquals(new ListVersion(seconds + 1, 1), published(NEW_YORK).version());
    assertEquals(2, audited("list.epoch-raised").size());
  }

  @Test
  void neverPublishesBeforeItHasLookedAtEverybody() {
    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    Device phone = fixture.device(user, "Phone", 1);
    PeerList before = published(NEW_YORK);

    PeerLists restarted = new VaultFixture(fixture.storage(), fixture).vault().peerLists();
    restarted.confirmShrinkage("ada", NEW_YORK, before.version());

    assertEquals(before.peers(), restarted.current(NEW_YORK).orElseThrow().peers());
    assertEquals(keys(phone), devicesOn(NEW_YORK));
  }

  @Test
  void saysSinceWhenAnAgentIsBehind() {
    PeerList first = published(NEW_YORK);
    assertNull(lists.behindSince(NEW_YORK, first.version()));
    assertEquals(first.issuedAt(), lists.behindSince(NEW_YORK, null));

    User user = fixture.subscriber("kim@example.com", Plan.FAMILY);
    fixture.clock().advance(Duration.ofSeconds(10));
    fixture.device(user, "Phone", 1);
    Instant second = published(NEW_YORK).issuedAt();
    for (int key = 2; key < 9; key++) {
      fixture.clock().advance(Duration.ofSeconds(10));
      fixture.device(user, "Phone", key);
      lists.publish();
    }

    assertEquals(second, lists.behindSince(NEW_YORK, first.version()));
    assertNull(lists.behindSince(NEW_YORK, published(NEW_YORK).version()));
    assertNull(lists.behindSince(new ServerKey("nowhere"), null));
  }

  @Test
  void makesKeysOnceAndKeepsThemSealed() {
    NodeKeys keys = fixture.vault().nodeKeys();
    NodeKeys again = new VaultFixture(fixture.storage(), fixture).vault().nodeKeys();

    assertEquals(keys.signing().base64(), again.signing().base64());
    assertEquals(keys.probe(), again.probe());
    assertEquals("10.11.255.254", keys.probe().address().ipv4());
    assertFalse(keys.probe().toString().contains(keys.probe().privateKey()));
    Set<String> sealed = new HashSet<>();
    for (NodeKey.Purpose purpose : NodeKey.Purpose.values()) {
      NodeKey row = fixture.storage().nodeKeys().find(purpose).orElseThrow();
      sealed.add(row.sealedPrivateKey().substring(0, "sealed:k1:".length()));
    }
    assertEquals(Set.of("sealed:k1:"), sealed);
  }

  private List<String> audited(String action) {
    return fixture.vault().audit().list(action, PageRequest.first()).items().stream()
        .map(AuditEntry::subject)
        .toList();
  }
}
