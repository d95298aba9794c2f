package com.truevault.benchmarks;

import com.truevault.device.NewDevice;
import com.truevault.user.User;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Devices added through the library by some callers at once, beside raw JDBC. */
final class DeviceAddition implements Benchmark {
  private static final int DEVICES_PER_USER = 5;

  private final int callers;
  private final int devicesPerCaller;
  private final double target;

  DeviceAddition(int callers, int devicesPerCaller, double target) {
    this.callers = callers;
    this.devicesPerCaller = devicesPerCaller;
    this.target = target;
  }

  @Override
  public String name() {
    return "devices-" + callers;
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    try (RawDevices floor = new RawDevices(folder.resolve("floor"));
        Shop shop = new Shop(folder.resolve("ours"));
        Callers threads = new Callers(callers)) {
      Rounds.Medians perSecond =
          new Rounds(4, 9)
              .alternate(
                  round -> perSecond(raw(floor, round)),
                  round -> perSecond(ours(shop, threads, round)));
      return List.of(
          Result.rate(
              "device added, " + callers + (callers == 1 ? " caller" : " callers"),
              perSecond,
              target));
    }
  }

  private long raw(RawDevices floor, int round) throws Exception {
    List<NewDevice> devices = new Keys(round).devices(callers * devicesPerCaller);
    long start = System.nanoTime();
    floor.add(devices);
    return System.nanoTime() - start;
  }

  private long ours(Shop shop, Callers threads, int round) throws Exception {
    List<User> users = shop.customers(callers * devicesPerCaller / DEVICES_PER_USER);
    List<NewDevice> devices = new Keys(round).devices(callers * devicesPerCaller);
    return threads.run(
        caller -> adding(shop, users, devices, caller * devicesPerCaller, devicesPerCaller));
  }

  private static Callable<Boolean> adding(
      Shop shop, List<User> users, List<NewDevice> devices, int from, int count) {
    return () -> {
      for (int i = from; i < from + count; i++) {
        shop.vault().devices().add(users.get(i / DEVICES_PER_USER), devices.get(i));
      }
      return true;
    };
  }

  private double perSecond(long nanos) {
    return callers * devicesPerCaller * 1e9 / nanos;
  }
}
