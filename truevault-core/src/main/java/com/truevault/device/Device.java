package com.truevault.device;

import com.truevault.server.ServerKey;
import com.truevault.user.UserId;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.TunnelAddress;
import com.truevault.wireguard.TunnelName;
import com.truevault.wireguard.TunnelOptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of a user's that connects. Suspension never changes it: it is the user's own switch.
 *
 * @param sealedPresharedKey sealed; null while none is used
 * @param address kept for as long as the device exists
 */
public record Device(
    DeviceId id,
    UserId user,
    Profile profile,
    PublicKey publicKey,
    @Nullable String sealedPresharedKey,
    TunnelAddress address,
    TunnelName tunnelName,
    ServerKey server,
    TunnelOptions options,
    boolean enabled,
    Presence presence,
    Instant createdAt) {

  /** The device called and described otherwise. */
  public Device with(Profile newProfile) {
    return new Device(
        id,
        user,
        newProfile,
        publicKey,
        sealedPresharedKey,
        address,
        tunnelName,
        server,
        options,
        enabled,
        presence,
        createdAt);
  }

  /** The device with another key. */
  public Device with(PublicKey newKey) {
    return new Device(
        id,
        user,
        profile,
        newKey,
        sealedPresharedKey,
        address,
        tunnelName,
        server,
        options,
        enabled,
        presence,
        createdAt);
  }

  /** The device with another preshared key, or none. */
  public Device withPresharedKey(@Nullable String sealed) {
    return new Device(
        id,
        user,
        profile,
        publicKey,
        sealed,
        address,
        tunnelName,
        server,
        options,
        enabled,
        presence,
        createdAt);
  }

  /** The device on another server. */
  public Device with(ServerKey newServer) {
    return new Device(
        id,
        user,
        profile,
        publicKey,
        sealedPresharedKey,
        address,
        tunnelName,
        newServer,
        options,
        enabled,
        presence,
        createdAt);
  }

  /** The device with other options. */
  public Device with(TunnelOptions newOptions) {
    return new Device(
        id,
        user,
        profile,
        publicKey,
        sealedPresharedKey,
        address,
        tunnelName,
        server,
        newOptions,
        enabled,
        presence,
        createdAt);
  }

  /** The device switched on or off by its user. */
  public Device switched(boolean on) {
    return new Device(
        id,
        user,
        profile,
        publicKey,
        sealedPresharedKey,
        address,
        tunnelName,
        server,
        options,
        on,
        presence,
        createdAt);
  }

  /** The device as it was last seen. */
  public Device with(Presence newPresence) {
    return new Device(
        id,
        user,
        profile,
        publicKey,
        sealedPresharedKey,
        address,
        tunnelName,
        server,
        options,
        enabled,
        newPresence,
        createdAt);
  }

  /**
   * What a person says a device is.
   *
   * @param name unique among the user's devices, 1 to 50 characters
   */
  public record Profile(String name, DeviceType type, OperatingSystem operatingSystem) {}

  /**
   * Whether it is connected, as the servers last reported.
   *
   * @param lastSeen null before the first connection
   */
  public record Presence(boolean online, @Nullable Instant lastSeen) {
    /** Of a device that never connected. */
    public static final Presence NEVER = new Presence(false, null);
  }
}
