package com.truevault.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.TrueVaultException;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceFixture;
import com.truevault.entitlement.Entitlement;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.Server.Access;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.KillSwitch;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.vip.VipEntry;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A random sequence of what a business does, with restarts and kills in between. After each step
 * lists are what entitlement says, and no version has gone back.
 */
public final class ListWalk {
  private final Random random;
  private final UnaryOperator<Storage> restart;
  private final Map<ServerKey, ListVersion> versions = new HashMap<>();
  private VaultFixture fixture;
  private int next;

  /**
   * Begins on a fresh storage.
   *
   * @param restart closes a storage and opens what it left
   */
  public ListWalk(long seed, Storage storage, UnaryOperator<Storage> restart) {
    this.random = new Random(seed);
    this.restart = restart;
    this.fixture = new VaultFixture(storage);
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.BERLIN);
    fixture.server(ServerFixture.VAULT);
  }

  /** Takes that many steps and checks after each. */
  public void take(int steps) {
    for (int step = 0; step < steps; step++) {
      int kind = random.nextInt(8);
      if (kind == 0) {
        fixture = new VaultFixture(restart.apply(fixture.storage()), fixture);
      } else if (kind == 1) {
        killed();
      } else {
        attempt(fixture);
      }
      check("step " + step);
    }
  }

  /** Acts and publishes on a storage that dies at one of the first commits. */
  private void killed() {
    KillSwitch deadly =
        new KillSwitch(fixture.storage(), 1 + random.nextInt(8), random.nextBoolean());
    VaultFixture doomed = new VaultFixture(deadly.wired(), fixture);
    try {
      attempt(doomed);
      doomed.vault().peerLists().publish();
    } catch (KillSwitch.Killed e) {
      assertTrue(deadly.hasStruck());
    }
    fixture = new VaultFixture(restart.apply(fixture.storage()), fixture);
  }

  private void attempt(VaultFixture on) {
    try {
      act(on);
    } catch (TrueVaultException refused) {
      // What the rules refuse changes nothing, which is checked like everything else.
    }
  }

  private void act(VaultFixture on) {
    switch (random.nextInt(14)) {
      case 0 -> on.subscriber("user" + next++ + "@example.com", Plan.FAMILY);
      case 1, 2, 3 -> on.device(anybody(on), "Phone", 1000 + next++);
      case 4 -> on.vault().users().block("admin", anybody(on), "test");
      case 5 -> on.vault().users().unblock("admin", anybody(on));
      case 6 -> changeVip(on, anybody(on));
      case 7 -> on.vault().addresses().vouch("admin", anybody(on));
      case 8 -> on.vault().subscriptions().cancel(anybody(on), "");
      case 9 -> on.clock().advance(Duration.ofHours(random.nextInt(400)));
      case 10 -> changeServer(on);
      case 11 -> {
        String wanted = Boolean.toString(random.nextBoolean());
        on.vault()
            .settings()
            .change("admin", Map.of(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP, wanted));
      }
      case 12 -> leave(on, anybody(on));
      default -> changeDevice(on, anybody(on));
    }
  }

  private void leave(VaultFixture on, User user) {
    if (random.nextInt(4) == 0) {
      on.vault().departures().erase("admin", user);
    }
  }

  private void changeVip(VaultFixture on, User user) {
    VipEntry entry = on.storage().vips().find(user.email()).orElse(null);
    if (entry == null) {
      on.vault().vips().add("admin", user.email(), "");
    } else if (random.nextBoolean()) {
      on.vault().vips().change("admin", entry, "", random.nextBoolean());
    } else {
      on.vault().vips().remove("admin", entry);
    }
  }

  private void changeServer(VaultFixture on) {
    List<Server> all = on.vault().servers().list();
    Server server = all.get(random.nextInt(all.size()));
    Access access =
        switch (random.nextInt(3)) {
          case 0 -> new Access(AccessLevel.PUBLIC, null);
          case 1 -> new Access(AccessLevel.VIP_ONLY, null);
          default -> new Access(AccessLevel.PUBLIC, anybody(on).email());
        };
    Server.State state = new Server.State(random.nextInt(6) > 0, true, null);
    on.vault()
        .servers()
        .change("admin", ServerFixture.with(ServerFixture.with(server, access), state));
  }

  private void changeDevice(VaultFixture on, User user) {
    List<Device> devices = on.vault().devices().of(user);
    if (devices.isEmpty()) {
      return;
    }
    Device device = devices.get(random.nextInt(devices.size()));
    switch (random.nextInt(4)) {
      case 0 ->
          on.vault()
              .devices()
              .change(user, device.id(), DeviceChange.toEnabled(random.nextBoolean()));
      case 1 ->
          on.vault().devices().replaceKey(user, device.id(), DeviceFixture.key(1000 + next++));
      case 2 -> on.vault().devices().remove(user, device.id());
      default ->
          on.vault()
              .devices()
              .change(
                  user,
                  device.id(),
                  new DeviceChange(
                      null,
                      null,
                      null,
                      null,
                      null,
                      random.nextBoolean(),
                      DeviceChange.Tunnel.SAME));
    }
  }

  private User anybody(VaultFixture on) {
    List<User> users = on.storage().users().search("", new PageRequest(0, 200)).items();
    return users.isEmpty()
        ? on.subscriber("user" + next++ + "@example.com", Plan.FAMILY)
        : users.get(random.nextInt(users.size()));
  }

  private void check(String when) {
    deliverAll();
    fixture.vault().peerLists().publish();
    Map<ServerKey, Set<Entry>> expected = expected();
    for (Server server : fixture.vault().servers().list()) {
      PeerList list = fixture.vault().peerLists().current(server.key()).orElseThrow();
      assertEquals(
          expected.get(server.key()),
          list.peers().stream().map(Entry::of).collect(Collectors.toSet()),
          when + " " + server.key());
      ListVersion before = versions.put(server.key(), list.version());
      assertTrue(before == null || !before.isNewerThan(list.version()), when + " " + before);
    }
    assertEquals(PeerChanges.NONE, fixture.storage().peerLists().changes());
  }

  /** Messages that were interrupted are tried again, later and later. */
  private void deliverAll() {
    while (fixture.vault().maintenance().deliver() > 0) {}
  }

  private Map<ServerKey, Set<Entry>> expected() {
    Entry probe = Entry.of(fixture.vault().nodeKeys().probe().peer());
    Map<ServerKey, Set<Entry>> expected = new HashMap<>();
    for (Server server : fixture.vault().servers().list()) {
      Set<Entry> entries = new HashSet<>(Set.of(probe));
      for (User user : fixture.storage().users().search("", new PageRequest(0, 200)).items()) {
        Entitlement entitlement = fixture.vault().entitlements().of(user);
        if (entitlement.allowed() && server.isVisibleTo(entitlement)) {
          fixture.vault().devices().of(user).stream()
              .filter(Device::enabled)
              .map(Entry::of)
              .forEach(entries::add);
        }
      }
      expected.put(server.key(), entries);
    }
    return expected;
  }

  /** What must be the same of a device and its peer. */
  private record Entry(PublicKey key, boolean hasSecret, List<AllowedIp> allowedIps) {
    static Entry of(Peer peer) {
      return new Entry(peer.publicKey(), peer.presharedKey() != null, peer.allowedIps());
    }

    static Entry of(Device device) {
      return new Entry(
          device.publicKey(), device.sealedPresharedKey() != null, device.address().allowedIps());
    }
  }
}
