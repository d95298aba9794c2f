package com.truevault.web.demo;

import com.truevault.TrueVault;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.secret.RandomIds;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.user.EmailAddress;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.wireguard.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;

/** Fills a fresh demo: an operator, a paying customer with devices, a VIP, and servers. */
final class SampleData {
  static final String PHONE = "Casey's phone";
  static final String LAPTOP = "Work laptop";

  private static final String ACTOR = "system";

  private final TrueVault vault;
  private final Consumer<User> payments;
  private final RandomIds random;
  private final SampleTraffic traffic;

  /**
   * Fills that vault.
   *
   * @param payments lets the customer subscribe and pay
   */
  SampleData(TrueVault vault, Consumer<User> payments, RandomIds random, SampleTraffic traffic) {
    this.vault = vault;
    this.payments = payments;
    this.random = random;
    this.traffic = traffic;
  }

  /** Adds what is missing, so that a demo that was stopped half-way is completed. */
  void fill(DemoSignIns signIns) {
    if (vault.servers().list().isEmpty()) {
      SampleServers.all(this::key).forEach(server -> vault.servers().add(ACTOR, server));
    }
    if (vault.users().findByEmail(EmailAddress.of(DemoSignIns.VIP)).isEmpty()) {
      // Nobody in a demo has a mailbox of their own, so addresses are taken at their word.
      vault.settings().change(ACTOR, Map.of(SettingKey.VERIFIED_EMAIL_REQUIRED_FOR_VIP, "false"));
      vault.vips().add(ACTOR, EmailAddress.of(DemoSignIns.VIP), "a friend of the house");
      vault.users().register(sample(DemoSignIns.VIP, signIns.vipPassword(), "Vera", "Sample"));
    }
    if (vault.users().findByEmail(EmailAddress.of(DemoSignIns.CUSTOMER)).isEmpty()) {
      addCustomer(signIns.customerPassword());
    }
    if (vault.users().findByEmail(EmailAddress.of(DemoSignIns.ADMIN)).isEmpty()) {
      vault
          .users()
          .registerAdministrator(
              sample(DemoSignIns.ADMIN, signIns.adminPassword(), "Alex", "Operator"));
    }
  }

  private void addCustomer(String password) {
    User casey =
        vault.users().register(sample(DemoSignIns.CUSTOMER, password, "Casey", "Customer"));
    payments.accept(casey);
    addDevice(casey, PHONE, DeviceType.MOBILE, OperatingSystem.ANDROID);
    addDevice(casey, LAPTOP, DeviceType.DESKTOP, OperatingSystem.LINUX);
    addDevice(casey, "Kitchen tablet", DeviceType.TABLET, OperatingSystem.IOS);
    traffic.fillHistory();
  }

  private void addDevice(User user, String name, DeviceType type, OperatingSystem system) {
    ServerKey server = new ServerKey(SampleServers.FIRST);
    vault.devices().add(user, new NewDevice(name, type, system, key(), server));
  }

  /** A public key whose private half nobody has; any 32 bytes are a point of the curve. */
  private PublicKey key() {
    return new PublicKey(Base64.getEncoder().encodeToString(random.bytes(32)));
  }

  private static Registration sample(String email, String password, String first, String last) {
    return Registration.of(email, password, first, last);
  }
}
