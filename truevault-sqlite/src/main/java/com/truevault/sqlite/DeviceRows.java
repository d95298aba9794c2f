package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.device.Device;
import com.truevault.device.Device.Presence;
import com.truevault.device.Device.Profile;
import com.truevault.device.DeviceId;
import com.truevault.device.DeviceType;
import com.truevault.device.OperatingSystem;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.UserId;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.TunnelAddress;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelName;
import com.truevault.wireguard.TunnelOptions;
import java.time.Instant;

/** How a device stands in its row. */
final class DeviceRows {
  private static final String V4_HOST = "/32";
  private static final String V6_HOST = "/128";
  private static final String ENABLED = "active";

  private DeviceRows() {}

  static Parameters parameters(Device device, Instant at) {
    return bind("device_id", device.id().value())
        .and("user_id", device.user().value())
        .and("device_name", device.profile().name())
        .and("device_type", device.profile().type())
        .and("operating_system", device.profile().operatingSystem().label())
        .and("public_key", device.publicKey().base64())
        .and("preshared_key", device.sealedPresharedKey())
        .and("assigned_ip", device.address().ipv4() + V4_HOST)
        .and("assigned_ipv6", device.address().ipv6() + V6_HOST)
        .and("address_offset", device.address().offset())
        .and("tunnel_name", device.tunnelName().value())
        .and("current_server", device.server().value())
        .and("dns", device.options().dns())
        .and("mtu", device.options().mtu())
        .and("keepalive", device.options().keepalive())
        .and("tunnel_mode", device.options().mode())
        .and("status", device.enabled() ? ENABLED : "disabled")
        .and("is_online", device.presence().online())
        .and("last_seen", device.presence().lastSeen())
        .and("at", at);
  }

  static Device toDevice(Row row) {
    return new Device(
        new DeviceId(row.text("device_id")),
        new UserId(row.number("user_id")),
        new Profile(
            row.text("device_name"),
            row.constant("device_type", DeviceType.class),
            OperatingSystem.of(row.text("operating_system")).orElse(OperatingSystem.UNKNOWN)),
        new PublicKey(row.text("public_key")),
        row.textOrNull("preshared_key"),
        new TunnelAddress(
            row.integer("address_offset"),
            without(V4_HOST, row.text("assigned_ip")),
            without(V6_HOST, row.text("assigned_ipv6"))),
        new TunnelName(row.text("tunnel_name")),
        new ServerKey(row.text("current_server")),
        new TunnelOptions(
            row.constant("dns", DnsChoice.class),
            row.integer("mtu"),
            row.integer("keepalive"),
            row.constant("tunnel_mode", TunnelMode.class)),
        row.text("status").equals(ENABLED),
        new Presence(row.flag("is_online"), row.instantOrNull("last_seen")),
        row.instant("created_at"));
  }

  private static String without(String suffix, String address) {
    return address.endsWith(suffix)
        ? address.substring(0, address.length() - suffix.length())
        : address;
  }
}
