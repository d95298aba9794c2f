package com.truevault.device;

import com.truevault.server.ServerKey;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelOptions;
import org.jspecify.annotations.Nullable;

/** What somebody wants changed of a device; null leaves a thing as it is. */
public record DeviceChange(
    @Nullable String name,
    @Nullable DeviceType type,
    @Nullable OperatingSystem operatingSystem,
    @Nullable ServerKey server,
    @Nullable Boolean enabled,
    @Nullable Boolean presharedKey,
    Tunnel tunnel) {

  /** Changes the server alone. */
  public static DeviceChange toServer(ServerKey server) {
    return new DeviceChange(null, null, null, server, null, null, Tunnel.SAME);
  }

  /** Changes the name alone. */
  public static DeviceChange toName(String name) {
    return new DeviceChange(name, null, null, null, null, null, Tunnel.SAME);
  }

  /** Switches the device on or off. */
  public static DeviceChange toEnabled(boolean enabled) {
    return new DeviceChange(null, null, null, null, enabled, null, Tunnel.SAME);
  }

  /** What of the tunnel's options is to change; null leaves a thing as it is. */
  public record Tunnel(
      @Nullable DnsChoice dns,
      @Nullable Integer mtu,
      @Nullable Integer keepalive,
      @Nullable TunnelMode mode) {
    /** Nothing. */
    public static final Tunnel SAME = new Tunnel(null, null, null, null);

    TunnelOptions applyTo(TunnelOptions before) {
      return new TunnelOptions(
          dns == null ? before.dns() : dns,
          mtu == null ? before.mtu() : mtu,
          keepalive == null ? before.keepalive() : keepalive,
          mode == null ? before.mode() : mode);
    }
  }
}
