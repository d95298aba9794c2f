package com.truevault.benchmarks;

import com.truevault.TrueVaultException;
import com.truevault.device.Device;
import com.truevault.device.NewDevice;
import com.truevault.user.User;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many threads add and remove devices; whatever was acknowledged must be so afterwards. */
final class DeviceChurn implements Benchmark {
  private static final int CALLERS = 64;
  private static final int DEVICES = 10_000;
  private static final int KEPT = 3;

  private final Queue<Device> added = new ConcurrentLinkedQueue<>();
  private final Queue<Device> kept = new ConcurrentLinkedQueue<>();
  private final Queue<TrueVaultException> refusals = new ConcurrentLinkedQueue<>();

  @Override
  public String name() {
    return "churn";
  }

  @Override
  public List<Result> run(Path folder) throws Exception {
    try (Shop shop = new Shop(folder);
        Callers threads = new Callers(CALLERS)) {
      List<User> users = shop.customers(CALLERS);
      Queue<NewDevice> wanted = new ConcurrentLinkedQueue<>(new Keys(6).devices(DEVICES));
      long nanos = threads.run(caller -> churning(shop, users.get(caller), wanted));
      long lost = lost(shop, users, kept);
      int breaches = shop.storage().doctor().examine().size();
      nanos += threads.run(caller -> emptying(shop, users.get(caller)));
      lost += lost(shop, users, List.of());
      breaches += shop.storage().doctor().examine().size();
      String measure = "64 threads, 10,000 devices added and removed: ";
      return List.of(
          Result.count(measure + "duplicate addresses", duplicates()),
          Result.count(measure + "refused as locked or otherwise", refusals.size()),
          Result.count(measure + "acknowledged and lost", lost),
          Result.count(measure + "findings of the doctor", breaches),
          new Result(
              measure + "per second", "-", 2L * DEVICES * 1_000_000_000L / nanos + "/s", "-", "-"));
    }
  }

  private Callable<Boolean> churning(Shop shop, User user, Queue<NewDevice> wanted) {
    return () -> {
      Queue<Device> own = new ArrayDeque<>();
      for (NewDevice next = wanted.poll(); next != null; next = wanted.poll()) {
        try {
          Device device = shop.vault().devices().add(user, next);
          added.add(device);
          own.add(device);
          if (own.size() > KEPT) {
            shop.vault().devices().remove(user, own.remove().id());
          }
        } catch (TrueVaultException e) {
          refusals.add(e);
        }
      }
      kept.addAll(own);
      return true;
    };
  }

  private static Callable<Boolean> emptying(Shop shop, User user) {
    return () -> {
      for (Device device : shop.vault().devices().of(user)) {
        shop.vault().devices().remove(user, device.id());
      }
      return true;
    };
  }

  /** How many devices are missing, changed or there without having been asked for. */
  private static long lost(Shop shop, List<User> users, Collection<Device> expected) {
    Set<String> wrong = new HashSet<>(expected.stream().map(DeviceChurn::place).toList());
    for (User user : users) {
      for (Device device : shop.vault().devices().of(user)) {
        String place = place(device);
        if (!wrong.remove(place)) {
          wrong.add(place);
        }
      }
    }
    return wrong.size();
  }

  private static String place(Device device) {
    return device.id() + " at " + device.address();
  }

  /** No address may come twice, for a freed one rests for a day. */
  private long duplicates() {
    return added.size()
        - added.stream().map(device -> device.address().offset()).distinct().count();
  }
}
