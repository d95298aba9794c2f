package com.truevault.benchmarks;

import com.truevault.device.Device;
import com.truevault.device.NewDevice;
import com.truevault.setting.SettingKey;
import com.truevault.user.Registration;
import com.truevault.user.User;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Paying customers with devices on one server, some of whom can sign in and have room for more.
 *
 * @param token by which an agent joins the server
 * @param devices one of each customer who can sign in, by {@link #email} and {@link #PASSWORD}
 */
record Crowd(String token, List<Device> devices) {
  static final String PASSWORD = "a long enough secret 7";

  private static final int SIGNED_IN = 10;
  private static final int DEVICES = 10;
  private static final int WITH_ROOM = 5;
  private static final String ACTOR = "benchmark";

  /**
   * Fills a data folder that a host can open.
   *
   * @param count how many devices there are to be, a multiple of ten
   */
  static Crowd fill(Path folder, int count) throws IOException {
    Shop.leaveKey(folder);
    Keys keys = new Keys(count);
    try (Shop shop = new Shop(folder)) {
      // The server has no address to knock at.
      shop.vault().settings().change(ACTOR, Map.of(SettingKey.HEALTH_CHECK_MINUTES, "0"));
      List<Device> first = new ArrayList<>();
      for (int i = 0; i < SIGNED_IN; i++) {
        User user =
            shop.vault().users().register(Registration.of(email(i), PASSWORD, "Customer", ""));
        shop.pay(user);
        first.add(add(shop, user, keys.devices(WITH_ROOM)));
      }
      for (User user : shop.customers((count - SIGNED_IN * WITH_ROOM) / DEVICES)) {
        add(shop, user, keys.devices(DEVICES));
      }
      shop.vault().maintenance().deliver();
      return new Crowd(shop.vault().agents().invite(ACTOR, Shop.SERVER).token(), first);
    }
  }

  static String email(int number) {
    return "caller" + number + "@example.com";
  }

  private static Device add(Shop shop, User user, List<NewDevice> devices) {
    List<Device> added =
        devices.stream().map(device -> shop.vault().devices().add(user, device)).toList();
    return added.get(0);
  }
}
