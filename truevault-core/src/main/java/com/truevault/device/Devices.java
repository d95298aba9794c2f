package com.truevault.device;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.device.DeviceStore.Naming;
import com.truevault.entitlement.Entitlement;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.user.User;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user's devices. Whose a device is, is checked on every call; another's looks as if it were not
 * there. Safe for use by many threads.
 */
public final class Devices {
  /**
   * The topic that tells of a device that connects otherwise or no more; its payload names {@code
   * user}. Of devices that were added the store tells, see {@link DeviceStore#additions}.
   */
  public static final String TOPIC = "device.changed";

  private final DeviceStore store;
  private final ConfigurationStore configurations;
  private final AddressPlan addresses;
  private final DeviceRules rules;
  private final Effects effects;

  /** Keeps devices in the given stores. */
  public Devices(
      DeviceStore store,
      ConfigurationStore configurations,
      AddressPlan addresses,
      DeviceRules rules,
      Effects effects) {
    this.store = store;
    this.configurations = configurations;
    this.addresses = addresses;
    this.rules = rules;
    this.effects = effects;
  }

  /**
   * Adds a device; if its name is taken, a number is put behind it.
   *
   * @throws DeviceLimitReachedException if the plan allows no more
   * @throws PublicKeyTakenException if the key is or was in use
   * @throws TrueVaultException FORBIDDEN if the user may not connect, NOT_FOUND for a server the
   *     user may not see, CONFLICT for one in trouble, LIMIT_REACHED if no address is free
   */
  public Device add(User user, NewDevice wanted) {
    Entitlement entitlement = rules.demandAccess(user);
    rules.demandReady(wanted.server(), entitlement);
    return effects.write(DataFile.DEVICES, out -> add(user, wanted, entitlement.deviceLimit()));
  }

  /** A user's devices, oldest first. */
  public List<Device> of(User user) {
    return store.ofUser(user.id());
  }

  /** Those of a user's devices that are switched on and wait because the plan allows fewer. */
  public List<Device> waiting(User user) {
    return new PlanLimit(rules.entitlement(user).deviceLimit()).waiting(of(user));
  }

  /**
   * One of a user's own devices.
   *
   * @throws TrueVaultException NOT_FOUND if the user has none of that id
   */
  public Device require(User user, DeviceId id) {
    return store
        .find(id)
        .filter(device -> device.user().equals(user.id()))
        .orElseThrow(Devices::unknown);
  }

  /**
   * Changes what the user says about a device.
   *
   * @throws TrueVaultException NOT_FOUND for a server the user may not see, CONFLICT for another
   *     server than the device's that is in trouble
   */
  public Device change(User user, DeviceId id, DeviceChange wanted) {
    ServerKey server = wanted.server();
    if (server != null) {
      Entitlement entitlement = rules.entitlement(user);
      if (server.equals(require(user, id).server())) {
        rules.demandServer(server, entitlement);
      } else {
        rules.demandReady(server, entitlement);
      }
    }
    rules.demandAllowed(wanted.tunnel());
    return effects.write(
        DataFile.DEVICES,
        out -> {
          Device before = require(user, id);
          Device after = rules.applied(wanted, before, new DeviceNames(others(before)));
          store.update(after, effects.now());
          if (rules.changesConfigurations(before, after)) {
            configurations.dropOf(id);
          }
          if (rules.changesPeers(before, after)) {
            tell(out, after);
          }
          return after;
        });
  }

  /**
   * Gives a device another key; name, address and server stay. The old key is never used again.
   *
   * @throws PublicKeyTakenException if the key is or was in use
   */
  public Device replaceKey(User user, DeviceId id, PublicKey key) {
    return effects.write(
        DataFile.DEVICES,
        out -> {
          Device before = require(user, id);
          if (key.equals(before.publicKey())) {
            throw new PublicKeyTakenException();
          }
          refuseRetired(key);
          Device after = before.with(key);
          store.update(after, effects.now());
          store.retire(before.publicKey(), effects.now());
          configurations.dropOf(id);
          AuditLog.note(out, user.publicId(), "device.key-replaced", id.value(), Map.of());
          tell(out, after);
          return after;
        });
  }

  /** Removes a device: slot and address are free again, its key is not. */
  public void remove(User user, DeviceId id) {
    effects.run(DataFile.DEVICES, out -> remove(out, user.publicId(), require(user, id)));
  }

  /** The device that has a key now, for administrators. */
  public Optional<Device> findByKey(PublicKey key) {
    return store.findByKey(key);
  }

  /** How many devices each server has. */
  public Map<ServerKey, Long> countByServer() {
    return store.countByServer();
  }

  /** How many devices there are. */
  public long count() {
    return store.count();
  }

  void remove(Outgoing out, String actor, Device device) {
    store.remove(device.id());
    store.retire(device.publicKey(), effects.now());
    addresses.release(device.address());
    AuditLog.note(out, actor, "device.removed", device.id().value(), Map.of());
    tell(out, device);
  }

  private static void tell(Outgoing out, Device device) {
    out.send(TOPIC, device.id().value(), Map.of("user", device.user().toString()));
  }

  static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "device-not-found", "no such device; choose one from the list");
  }

  private Device add(User user, NewDevice wanted, int limit) {
    rules.demandPresent(user);
    List<Naming> owned = store.namesOf(user.id());
    if (owned.size() >= limit) {
      throw new DeviceLimitReachedException(owned.size(), limit);
    }
    refuseRetired(wanted.publicKey());
    DeviceNames names = new DeviceNames(owned);
    String name = names.free(wanted.name());
    Device device =
        new Device(
            new DeviceId(effects.random().id()),
            user.id(),
            new Device.Profile(name, wanted.type(), wanted.operatingSystem()),
            wanted.publicKey(),
            null,
            addresses.allocate(),
            names.freeTunnel(name),
            wanted.server(),
            rules.standardOptions(),
            true,
            Device.Presence.NEVER,
            effects.now());
    store.add(device, effects.now());
    return device;
  }

  private List<Naming> others(Device device) {
    return store.ofUser(device.user()).stream()
        .filter(other -> !other.id().equals(device.id()))
        .map(Naming::of)
        .toList();
  }

  private void refuseRetired(PublicKey key) {
    if (store.isRetired(key)) {
      throw new PublicKeyTakenException();
    }
  }
}
