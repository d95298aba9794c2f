package com.truevault.device;

import com.truevault.device.ConfigurationStore.Stored;
import com.truevault.entitlement.Entitlement;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.store.Transactions;
import com.truevault.user.User;
import com.truevault.wireguard.Configuration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Configuration texts. A text is written when it is first asked for and kept until the device's key
 * or options or the server change. Safe for use by many threads.
 */
public final class Configurations {
  private final Devices devices;
  private final ConfigurationStore store;
  private final DeviceRules rules;
  private final AddressPlan addresses;
  private final Clocked clocked;

  /** Keeps texts in the given store. */
  public Configurations(
      Devices devices,
      ConfigurationStore store,
      DeviceRules rules,
      AddressPlan addresses,
      Clocked clocked) {
    this.devices = devices;
    this.store = store;
    this.rules = rules;
    this.addresses = addresses;
    this.clocked = clocked;
  }

  /**
   * The text of a device for a server, ready but for the private key, noted as handed out.
   *
   * @param wanted a server the user may see; null for the device's own
   */
  public Text of(User user, DeviceId id, @Nullable ServerKey wanted) {
    Entitlement entitlement = rules.demandAccess(user);
    return revealed(
        clocked
            .transactions()
            .write(DataFile.DEVICES, () -> text(user, id, wanted, entitlement, this::handOut)));
  }

  /** As {@link #of}, but nothing is written or noted: nobody has taken the text. */
  public Text preview(User user, DeviceId id, @Nullable ServerKey wanted) {
    Entitlement entitlement = rules.demandAccess(user);
    return revealed(
        text(
            user,
            id,
            wanted,
            entitlement,
            (device, server) ->
                store.find(device.id(), server.key()).orElseGet(() -> fresh(device, server))));
  }

  /** When the texts of a device were written and handed out. */
  public List<Stored> history(User user, DeviceId id) {
    return store.ofDevice(devices.require(user, id).id());
  }

  /**
   * Device and server are read where the text is stored. Whoever changes one of them, or whoever is
   * told that a server changed, drops the texts in a transaction of this file: either before this
   * reads, or after this stored.
   */
  private Text text(
      User user,
      DeviceId id,
      @Nullable ServerKey wanted,
      Entitlement entitlement,
      BiFunction<Device, Server, Stored> source) {
    Device device = devices.require(user, id);
    Server server = rules.demandServer(wanted == null ? device.server() : wanted, entitlement);
    Stored stored = source.apply(device, server);
    return new Text(device, server, stored.text(), stored.generatedAt());
  }

  private Stored handOut(Device device, Server server) {
    Stored stored = store.find(device.id(), server.key()).orElse(null);
    if (stored == null) {
      stored = fresh(device, server);
      store.put(device.id(), stored);
    } else {
      store.downloaded(device.id(), server.key(), clocked.clock().instant());
    }
    return stored;
  }

  private Text revealed(Text text) {
    String sealed = text.device().sealedPresharedKey();
    return sealed == null
        ? text
        : new Text(
            text.device(),
            text.server(),
            Configuration.reveal(text.text(), rules.open(text.device().id(), sealed)),
            text.generatedAt());
  }

  private Stored fresh(Device device, Server server) {
    Instant now = clocked.clock().instant();
    return new Stored(server.key(), write(device, server), now, now);
  }

  private String write(Device device, Server server) {
    return new Configuration(
            device.address(),
            device.options(),
            addresses.pool(),
            server.publicKey(),
            server.endpoint(),
            device.sealedPresharedKey() != null)
        .text();
  }

  /** Transactions and the time. */
  public record Clocked(Transactions transactions, InstantSource clock) {}

  /**
   * A configuration as its user gets it.
   *
   * @param text holds {@link Configuration#PRIVATE_KEY} where the private key goes, and the
   *     preshared key in clear
   */
  public record Text(Device device, Server server, String text, Instant generatedAt) {
    @Override
    public String toString() {
      return "Text[" + device.id() + ", " + server.key() + "]";
    }
  }
}
