package com.truevault.web.device;

import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceType;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants changed of a device, in the words of {@link NewDeviceJson}; what is left out
 * stays.
 *
 * @param presharedKey whether the configuration carries a preshared key
 * @param mtu 1280 to 1500
 * @param keepalive 0 (off) to 60 seconds
 */
public record DeviceChangeJson(
    @Nullable String name,
    @Nullable DeviceType type,
    @Nullable String operatingSystem,
    @Nullable String server,
    @Nullable DeviceStatus status,
    @Nullable Boolean presharedKey,
    @Nullable DnsChoice dns,
    @Nullable Integer mtu,
    @Nullable Integer keepalive,
    @Nullable TunnelMode tunnelMode) {

  DeviceChange change() {
    return new DeviceChange(
        name,
        type,
        operatingSystem == null ? null : SystemLabel.read(operatingSystem),
        server == null ? null : new ServerKey(server),
        status == null ? null : status == DeviceStatus.ACTIVE,
        presharedKey,
        new DeviceChange.Tunnel(dns, mtu, keepalive, tunnelMode));
  }
}
