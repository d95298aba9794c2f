package com.truevault.device;

import com.truevault.server.ServerFixture;
import com.truevault.testing.Corpus;
import com.truevault.user.UserId;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.TunnelAddress;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelName;
import com.truevault.wireguard.TunnelOptions;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Devices to try things on. */
public final class DeviceFixture {
  /** Whose they are unless said otherwise. */
  public static final UserId OWNER = new UserId(7);

  private DeviceFixture() {}

  /** A device that differs from those of other numbers in everything that must differ. */
  public static Device numbered(int number) {
    return new Device(
        new DeviceId("device-nr-" + number),
        OWNER,
        new Device.Profile("Phone " + number, DeviceType.MOBILE, OperatingSystem.ANDROID),
        key(number),
        null,
        address(number + 2),
        new TunnelName("phone-" + number),
        ServerFixture.NEW_YORK.key(),
        new TunnelOptions(DnsChoice.CLOUDFLARE, 1420, 25, TunnelMode.FULL),
        true,
        Device.Presence.NEVER,
        Corpus.MOMENT);
  }

  /** The device as another user's. */
  public static Device of(UserId user, Device device) {
    return new Device(
        device.id(),
        user,
        device.profile(),
        device.publicKey(),
        device.sealedPresharedKey(),
        device.address(),
        device.tunnelName(),
        device.server(),
        device.options(),
        device.enabled(),
        device.presence(),
        device.createdAt());
  }

  /** The address of that offset. */
  public static TunnelAddress address(int offset) {
    return new TunnelAddress(
        offset, "10.8.0." + offset, "fd00:1234:5678::" + Integer.toHexString(offset));
  }

  /** A key of that number; different numbers make different keys. */
  public static PublicKey key(int number) {
    byte[] bytes = ByteBuffer.allocate(32).putLong(0x00dec1ceL).putInt(number).array();
    return new PublicKey(Base64.getEncoder().encodeToString(bytes));
  }
}
