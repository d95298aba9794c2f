package com.truevault.benchmarks;

import com.truevault.device.Device;
import com.truevault.device.DeviceId;
import com.truevault.device.NewDevice;
import com.truevault.store.DataFile;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.wireguard.DnsChoice;
import com.truevault.wireguard.TunnelMode;
import com.truevault.wireguard.TunnelName;
import com.truevault.wireguard.TunnelOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Address allocation in a full house beside an empty one; a tenth of the addresses is resting. */
final class AddressAllocation implements Benchmark {
  private static final int FEW = 1_000;
  private static final int MANY = 200_000;
  private static final int AT_ONCE = 5_000;
  private static final int ALLOCATIONS = 2_000;
  private static final int DEVICES = 500;
  private static final int DEVICES_PER_USER = 5;
  private static final double TARGET = 1.3;
  private static final TunnelOptions OPTIONS =
      new TunnelOptions(DnsChoice.CLOUDFLARE, 1420, 25, TunnelMode.FULL);

  @Override
  public String name() {
    return "addresses";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    try (Shop few = new Shop(folder.resolve("few"));
        Shop many = new Shop(folder.resolve("many"))) {
      fill(few, FEW);
      fill(many, MANY);
      Rounds rounds = new Rounds(3, 9);
      return List.of(
          Result.time(
              "address allocated, 200,000 devices present beside 1,000",
              rounds.alternate(round -> allocating(few), round -> allocating(many)),
              TARGET),
          Result.time(
              "device added with its address, 200,000 present beside 1,000",
              rounds.alternate(round -> adding(few, round), round -> adding(many, round)),
              TARGET));
    }
  }

  private static double allocating(Shop shop) {
    Instant now = Instant.now();
    int end = shop.vault().addressPlan().pool().end();
    return shop.storage()
        .transactions()
        .write(
            DataFile.DEVICES,
            () -> {
              long start = System.nanoTime();
              for (int i = 0; i < ALLOCATIONS; i++) {
                shop.storage().addresses().allocate(now, end).orElseThrow();
              }
              return (System.nanoTime() - start) / 1e6 / ALLOCATIONS;
            });
  }

  private static double adding(Shop shop, int round) {
    List<User> users = shop.customers(DEVICES / DEVICES_PER_USER);
    List<NewDevice> devices = new Keys(-1 - round).devices(DEVICES);
    long start = System.nanoTime();
    for (int i = 0; i < DEVICES; i++) {
      shop.vault().devices().add(users.get(i / DEVICES_PER_USER), devices.get(i));
    }
    return (System.nanoTime() - start) / 1e6 / DEVICES;
  }

  private static void fill(Shop shop, int count) {
    Keys keys = new Keys(count);
    for (int from = 0; from < count; from += AT_ONCE) {
      int first = from;
      shop.storage()
          .transactions()
          .run(
              DataFile.DEVICES,
              () -> {
                for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
                  put(shop, keys, i);
                }
              });
    }
  }

  private static void put(Shop shop, Keys keys, int number) {
    Instant now = Instant.now();
    var pool = shop.vault().addressPlan().pool();
    int offset = shop.storage().addresses().allocate(now, pool.end()).orElseThrow();
    if (number % 10 == 0) {
      int resting = shop.storage().addresses().allocate(now, pool.end()).orElseThrow();
      shop.storage().addresses().release(resting, now.plus(Duration.ofHours(24)));
    }
    NewDevice device = keys.devices(1).get(0);
    shop.storage()
        .devices()
        .add(
            new Device(
                new DeviceId("device-%08d".formatted(number)),
                new UserId(1_000_000 + number / DEVICES_PER_USER),
                new Device.Profile(
                    "Phone " + number % DEVICES_PER_USER, device.type(), device.operatingSystem()),
                device.publicKey(),
                null,
                pool.address(offset),
                new TunnelName("phone-" + number % DEVICES_PER_USER),
                Shop.SERVER,
                OPTIONS,
                true,
                Device.Presence.NEVER,
                now),
            now);
  }
}
