package com.truevault.web.page.customer;

import com.truevault.TrueVault;
import com.truevault.device.Device;
import com.truevault.entitlement.Entitlement;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.user.User;
import com.truevault.web.page.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user has and may do, gathered once for a page.
 *
 * @param troubles which servers are in trouble, each with since when
 * @param support where to write for help; empty if the operator named no address
 */
public record Holdings(
    Entitlement entitlement,
    List<Device> devices,
    List<Server> servers,
    Activity activity,
    Map<ServerKey, Instant> troubles,
    String support) {
  /** Gathers what a user has. */
  public static Holdings of(TrueVault vault, User user, Instant now) {
    Entitlement entitlement = vault.entitlements().of(user);
    return new Holdings(
        entitlement,
        vault.devices().of(user),
        vault.servers().visibleTo(entitlement),
        Activity.of(vault, user, now),
        vault.servers().inTrouble(),
        vault.settings().text(SettingKey.SUPPORT_EMAIL));
  }

  /** The devices as cards. */
  public List<DeviceCard> cards(Messages messages) {
    return DeviceCard.all(
        devices, ServerNames.of(servers), entitlement.allowed(), activity, messages);
  }

  /**
   * The servers to choose from.
   *
   * @param chosen the one that is preselected; null for the first that is not known to be down
   */
  public List<ServerChoice> choices(@Nullable ServerKey chosen, Messages messages) {
    return ServerChoice.all(servers, troubles, chosen, messages);
  }

  /** The room for further devices. */
  public Room room(Messages messages) {
    return Room.of(entitlement, devices.size(), messages, support);
  }
}
