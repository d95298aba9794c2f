package com.truevault.web.page.customer;

import com.truevault.device.Device;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import com.truevault.wireguard.TunnelOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One device with everything that can be done to it. */
public record DevicePage(
    DeviceCard device,
    String tunnelName,
    String publicKey,
    Instant addedAt,
    boolean active,
    DeviceActivity activity,
    List<ServerChoice> servers,
    Form settings,
    Room room,
    List<TroubleNote> troubles) {

  /** The page of a device with the given settings form. */
  public static DevicePage from(
      Device device, Holdings holdings, DeviceActivity activity, Form settings, Messages messages) {
    return new DevicePage(
        DeviceCard.from(
            device,
            ServerNames.of(holdings.servers()),
            holdings.entitlement().allowed(),
            holdings.activity(),
            messages),
        device.tunnelName().value(),
        device.publicKey().base64(),
        device.createdAt(),
        device.enabled(),
        activity,
        holdings.choices(device.server(), messages),
        settings,
        holdings.room(messages),
        TroubleNote.of(device, holdings).stream().toList());
  }

  /** The settings as they are. */
  public static Form settings(Device device) {
    TunnelOptions options = device.options();
    return Form.of(
        Map.of(
            "name", device.profile().name(),
            "dns", Words.key(options.dns()),
            "mtu", Integer.toString(options.mtu()),
            "keepalive", Integer.toString(options.keepalive()),
            "tunnelMode", Words.key(options.mode()),
            "presharedKey", String.valueOf(device.sealedPresharedKey() != null)));
  }
}
