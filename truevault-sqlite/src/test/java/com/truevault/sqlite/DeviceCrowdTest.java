package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVault;
import com.truevault.device.Device;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.file.Crowd;
import com.truevault.store.PageRequest;
import com.truevault.user.EmailAddress;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DeviceCrowdTest {
  private static final int THREADS = 64;
  private static final int DEVICES = 20;
  private static final int KEPT = 2;
  private static final ServerKey SERVER = new ServerKey("new_york");

  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();
  private TrueVault vault;
  private User user;

  @BeforeEach
  void addOneWhoMayHaveManyDevices() {
    vault = DepartingUser.vault(temporary.get());
    EmailAddress email = EmailAddress.of("ada@example.com");
    vault.vips().add("test", email, "");
    Registration form =
        new Registration(email, "a long enough secret 7", User.Name.of("Ada", "Example"));
    user = vault.addresses().vouch("test", vault.users().register(form));
    vault
        .servers()
        .add(
            "test",
            new Server(
                SERVER,
                new Server.Label("New York", "", "", 1),
                new Endpoint("192.0.2.1", 51820),
                key(0),
                new Server.Access(AccessLevel.PUBLIC, null),
                new Server.State(true, true, null),
                new Server.Location("USA", "New York", ""),
                new Server.Hosting("", null)));
  }

  @Test
  void sixtyFourThreadsGetNoAddressTwiceAreNeverRefusedAndLoseNothing() throws Exception {
    Queue<Integer> offsets = new ConcurrentLinkedQueue<>();
    Queue<String> kept = new ConcurrentLinkedQueue<>();

    assertEquals(List.of(), Crowd.run(THREADS, thread -> addingAndRemoving(thread, offsets, kept)));

    assertEquals(THREADS * DEVICES, offsets.stream().distinct().count(), "distinct addresses");
    assertEquals(
        Set.copyOf(kept),
        vault.devices().of(user).stream().map(d -> d.id().value()).collect(Collectors.toSet()));
    assertEquals(List.of(), vault.storage().doctor().examine());
  }

  @Test
  void sixtyFourThreadsLeaveAnUnbrokenAuditLog() throws Exception {
    long before = entries();

    assertEquals(List.of(), Crowd.run(THREADS, this::listing));

    while (vault.maintenance().deliver() > 0) {
      // What was not delivered at once is delivered now.
    }
    assertEquals(before + THREADS * KEPT, entries());
    assertTrue(vault.audit().isUnbroken());
  }

  private long entries() {
    return vault.audit().list("", new PageRequest(0, 1)).items().get(0).number();
  }

  private Callable<Boolean> listing(int thread) {
    return () -> {
      for (int i = 0; i < KEPT; i++) {
        EmailAddress email = EmailAddress.of("friend" + thread + "-" + i + "@example.com");
        vault.vips().add("test", email, "");
      }
      return true;
    };
  }

  private Callable<Boolean> addingAndRemoving(
      int thread, Queue<Integer> offsets, Queue<String> kept) {
    return () -> {
      Queue<Device> own = new ArrayDeque<>();
      for (int i = 0; i < DEVICES; i++) {
        Device device = vault.devices().add(user, wanted(1 + thread * DEVICES + i));
        offsets.add(device.address().offset());
        own.add(device);
        if (own.size() > KEPT) {
          vault.devices().remove(user, own.remove().id());
        }
      }
      own.forEach(device -> kept.add(device.id().value()));
      return true;
    };
  }

  private static NewDevice wanted(int number) {
    return new NewDevice("Phone", DeviceType.MOBILE, OperatingSystem.ANDROID, key(number), SERVER);
  }

  private static PublicKey key(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = 1;
    bytes[30] = (byte) (number >> 8);
    bytes[31] = (byte) number;
    return new PublicKey(Base64.getEncoder().encodeToString(bytes));
  }
}
