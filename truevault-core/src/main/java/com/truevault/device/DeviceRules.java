package com.truevault.device;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.device.Device.Profile;
import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Entitlements;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.server.Servers;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.text.PlainText;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import com.truevault.user.UserStore;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelOptions;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user may do with devices, and what follows from it. Safe for use by many threads. */
public final class DeviceRules {
  private final Entitlements entitlements;
  private final Servers servers;
  private final Settings settings;
  private final PresharedKeys presharedKeys;
  private final UserStore users;

  /** Joins what the rules ask. */
  public DeviceRules(
      Entitlements entitlements,
      Servers servers,
      Settings settings,
      PresharedKeys presharedKeys,
      UserStore users) {
    this.entitlements = entitlements;
    this.servers = servers;
    this.settings = settings;
    this.presharedKeys = presharedKeys;
    this.users = users;
  }

  Entitlement entitlement(User user) {
    return entitlements.of(user);
  }

  Entitlement demandAccess(User user) {
    Entitlement entitlement = entitlements.of(user);
    if (!entitlement.allowed()) {
      throw new TrueVaultException(ErrorKind.FORBIDDEN, "not-entitled", entitlement.summary());
    }
    return entitlement;
  }

  /**
   * Call inside the transaction that adds something of the user's: once the news of an erasure
   * reached the file, nobody would ever remove what is added.
   */
  void demandPresent(User user) {
    if (users
        .find(user.id())
        .filter(found -> found.membership().status() != UserStatus.DELETED)
        .isEmpty()) {
      throw new TrueVaultException(
          ErrorKind.NOT_FOUND, "user-not-found", "the user was erased; nothing was added");
    }
  }

  Server demandServer(ServerKey key, Entitlement entitlement) {
    return servers.requireVisible(key, entitlement);
  }

  Server demandReady(ServerKey key, Entitlement entitlement) {
    return servers.requireReady(key, entitlement);
  }

  void demandAllowed(DeviceChange.Tunnel tunnel) {
    if (tunnel.mode() == TunnelMode.SPLIT && !settings.flag(SettingKey.SPLIT_TUNNEL_ALLOWED)) {
      throw new TrueVaultException(
          ErrorKind.FORBIDDEN, "split-tunnel-off", "split tunnels are switched off here; use full");
    }
  }

  TunnelOptions standardOptions() {
    return new TunnelOptions(
        DnsChoice.valueOf(settings.text(SettingKey.DEFAULT_DNS).toUpperCase(Locale.ROOT)),
        settings.number(SettingKey.DEFAULT_MTU),
        settings.number(SettingKey.DEFAULT_KEEPALIVE),
        TunnelMode.FULL);
  }

  Device applied(DeviceChange wanted, Device before, DeviceNames names) {
    String name = wanted.name();
    ServerKey server = wanted.server();
    Boolean enabled = wanted.enabled();
    Profile was = before.profile();
    Profile profile =
        new Profile(
            name == null
                ? was.name()
                : names.free(PlainText.line("name", name, NewDevice.MAX_NAME)),
            wanted.type() == null ? was.type() : wanted.type(),
            wanted.operatingSystem() == null ? was.operatingSystem() : wanted.operatingSystem());
    Device after =
        before
            .with(profile)
            .with(server == null ? before.server() : server)
            .with(wanted.tunnel().applyTo(before.options()))
            .switched(enabled == null ? before.enabled() : enabled);
    return after.withPresharedKey(presharedKey(wanted.presharedKey(), before));
  }

  boolean changesConfigurations(Device before, Device after) {
    boolean keyedBefore = before.sealedPresharedKey() != null;
    boolean keyedAfter = after.sealedPresharedKey() != null;
    return !before.options().equals(after.options()) || keyedBefore != keyedAfter;
  }

  /** The server a device prefers does not count: its peer is on all that its user may use. */
  boolean changesPeers(Device before, Device after) {
    return before.enabled() != after.enabled()
        || !Objects.equals(before.sealedPresharedKey(), after.sealedPresharedKey());
  }

  PresharedKey open(DeviceId id, String sealed) {
    return presharedKeys.open(id, sealed);
  }

  private @Nullable String presharedKey(@Nullable Boolean wanted, Device before) {
    if (wanted == null || wanted == (before.sealedPresharedKey() != null)) {
      return before.sealedPresharedKey();
    }
    return wanted ? presharedKeys.generate(before.id()) : null;
  }
}
