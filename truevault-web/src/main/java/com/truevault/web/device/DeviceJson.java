package com.truevault.web.device;

import com.truevault.device.Device;
import com.truevault.device.DeviceType;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device as its user sees it.
 *
 * @param assignedIp its address inside the tunnel, such as 10.8.0.2/32
 * @param currentServer the key of its server
 * @param tunnelName the name of its configuration file without the ending
 * @param presharedKey whether its configuration carries one; never the key itself
 */
public record DeviceJson(
    String deviceId,
    String deviceName,
    DeviceType deviceType,
    String operatingSystem,
    String publicKey,
    String assignedIp,
    String assignedIpv6,
    String currentServer,
    DeviceStatus status,
    boolean isOnline,
    @Nullable Instant lastSeen,
    String tunnelName,
    DnsChoice dns,
    int mtu,
    int keepalive,
    TunnelMode tunnelMode,
    boolean presharedKey,
    Instant createdAt) {

  /** The device as it is answered. */
  public static DeviceJson from(Device device) {
    return new DeviceJson(
        device.id().value(),
        device.profile().name(),
        device.profile().type(),
        device.profile().operatingSystem().label(),
        device.publicKey().base64(),
        device.address().ipv4() + "/32",
        device.address().ipv6() + "/128",
        device.server().value(),
        DeviceStatus.of(device.enabled()),
        device.presence().online(),
        device.presence().lastSeen(),
        device.tunnelName().value(),
        device.options().dns(),
        device.options().mtu(),
        device.options().keepalive(),
        device.options().mode(),
        device.sealedPresharedKey() != null,
        device.createdAt());
  }
}
