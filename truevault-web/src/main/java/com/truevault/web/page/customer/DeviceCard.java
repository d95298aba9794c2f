package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.device.DeviceType;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import java.util.List;

/**
 * A device in a list.
 *
 * @param seen when it was last connected, in words
 * @param carried what it carried this month, in words; empty if it never connected
 */
public record DeviceCard(
    String id,
    String name,
    String icon,
    String system,
    String server,
    String address,
    Badge badge,
    String seen,
    String carried) {

  /**
   * All devices of a user.
   *
   * @param allowed whether the user may connect at all
   */
  public static List<DeviceCard> all(
      List<Device> devices,
      ServerNames servers,
      boolean allowed,
      Activity activity,
      Messages messages) {
    return devices.stream()
        .map(device -> from(device, servers, allowed, activity, messages))
        .toList();
  }

  /** One device. */
  public static DeviceCard from(
      Device device, ServerNames servers, boolean allowed, Activity activity, Messages messages) {
    return new DeviceCard(
        device.id().value(),
        device.profile().name(),
        icon(device.profile().type()),
        messages.text("system." + device.profile().operatingSystem().label()),
        servers.name(device.server()),
        device.address().ipv4(),
        badge(device, allowed, messages),
        activity.seen(device.presence(), messages),
        device.presence().lastSeen() == null ? "" : activity.carried(device.id(), messages));
  }

  private static Badge badge(Device device, boolean allowed, Messages messages) {
    if (!device.enabled()) {
      return new Badge(Tone.PLAIN, messages.text("badge.disabled"));
    }
    if (!allowed) {
      return new Badge(Tone.WARN, messages.text("badge.off"));
    }
    return device.presence().online()
        ? new Badge(Tone.GOOD, messages.text("badge.online"))
        : new Badge(Tone.PLAIN, messages.text("badge.ready"));
  }

  private static String icon(DeviceType type) {
    return switch (type) {
      case MOBILE -> "phone";
      case DESKTOP -> "laptop";
      case TABLET -> "tablet";
      case ROUTER -> "router";
      case OTHER -> "globe";
    };
  }
}
