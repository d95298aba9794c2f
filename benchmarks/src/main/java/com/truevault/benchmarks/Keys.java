package com.truevault.benchmarks;

import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.wireguard.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Random public keys and the devices that ask for them, made before the clock runs. */
final class Keys {
  private static final int LENGTH = 32;

  private final SplittableRandom random;

  Keys(long seed) {
    this.random = new SplittableRandom(seed);
  }

  PublicKey next() {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    return new PublicKey(Base64.getEncoder().encodeToString(key));
  }

  List<NewDevice> devices(int count) {
    List<NewDevice> devices = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      devices.add(
          new NewDevice(
              "Phone " + i, DeviceType.MOBILE, OperatingSystem.ANDROID, next(), Shop.SERVER));
    }
    return devices;
  }
}
