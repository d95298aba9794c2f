package com.truevault.examples;

import static com.truevault.device.DeviceType.DESKTOP;
import static com.truevault.device.OperatingSystem.LINUX;

import com.truevault.TrueVault;
import com.truevault.TrueVaultBuilder;
import com.truevault.billing.PaymentGateway;
import com.truevault.device.Device;
import com.truevault.device.NewDevice;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.server.Server;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.EmailAddress;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.wireguard.PublicKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** A vault inside your own program: registers a user, adds a device, prints its configuration. */
public final class EmbeddedMain {
  private EmbeddedMain() {}

  /** Runs in the given folder. */
  public static void main(String[] args) {
    run(Path.of(args[0]), Samples.RANDOM, Samples.server(), Samples.publicKey(), System.out);
  }

  static void run(Path folder, RandomIds random, Server server, PublicKey mine, PrintStream out) {
    MasterKey key = new MasterKey("k1", random.bytes(32));
    InstantSource clock = InstantSource.system();
    PaymentGateway payments = new SimulatedGateway(random, clock, "https://pay.example.com/");
    TrueVaultBuilder ports = TrueVault.builder().payments(payments).mail(new RecordingMailSender());
    try (TrueVault vault = ports.masterKeys(key).storage(SqliteStorage.open(folder)).build()) {
      vault.servers().add("operator", server);
      vault.vips().add("operator", EmailAddress.of("sam@example.com"), "a friend of the house");
      Registration form = Registration.of("sam@example.com", "many words are strong", "Sam", "");
      User sam = vault.addresses().vouch("operator", vault.users().register(form));
      NewDevice wanted = new NewDevice("Laptop", DESKTOP, LINUX, mine, server.key());
      Device laptop = vault.devices().add(sam, wanted);
      out.println(vault.configurations().of(sam, laptop.id(), null).text());
    }
  }
}
