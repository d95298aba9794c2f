package com.truevault.sqlite.wireguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.TrueVault;
import com.truevault.device.Device;
import com.truevault.device.DeviceChange;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.EmailAddress;
import com.truevault.user.PasswordHasher.Cost;
import com.truevault.user.Registration;
import com.truevault.user.User;
import com.truevault.wireguard.Configuration;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A configuration, with the private key filled in, is taken by wg-quick and a real interface. */
@Timeout(60)
class RealInterfaceTest {
  private static final String NAMESPACE = "truevault-test";
  private static final ServerKey HERE = new ServerKey("here");

  @TempDir Path folder;
  private String privateKey;
  private String serverKey;
  private Process daemon;

  @BeforeEach
  void startInterface() throws Exception {
    assumeTrue(Tools.areInstalled(), "wireguard-tools, wireguard-go or iproute2 is not installed");
    assumeTrue("root".equals(System.getProperty("user.name")), "network namespaces need root");
    privateKey = Tools.run("wg", "genkey");
    serverKey = Tools.feed(Tools.run("wg", "genkey"), "wg", "pubkey");
    Tools.run("ip", "netns", "add", NAMESPACE);
    ProcessBuilder builder =
        new ProcessBuilder("ip", "netns", "exec", NAMESPACE, "wireguard-go", "phone");
    builder.environment().put("WG_PROCESS_FOREGROUND", "1");
    builder.environment().put("WG_I_PREFER_BUGGY_USERSPACE_TO_POLISHED_KMOD", "1");
    daemon =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    Tools.run(
        "sh",
        "-c",
        "for i in $(seq 100); do ip -n " + NAMESPACE + " link show phone && exit; done");
  }

  @AfterEach
  void stopInterface() throws Exception {
    if (daemon != null) {
      daemon.destroy();
      daemon.waitFor();
      Tools.run("ip", "netns", "del", NAMESPACE);
    }
  }

  @Test
  void takesTheConfigurationOfADevice() throws Exception {
    Path file = folder.resolve("phone.conf");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, configuration().replace(Configuration.PRIVATE_KEY, privateKey));

    Path stripped = folder.resolve("stripped.conf");
    Files.writeString(stripped, Tools.run("wg-quick", "strip", file.toString()) + "\n");
    Tools.run("ip", "netns", "exec", NAMESPACE, "wg", "setconf", "phone", stripped.toString());

    String[] peer =
        Tools.run("ip", "netns", "exec", NAMESPACE, "wg", "show", "phone", "dump")
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow()
            .split("\t", -1);
    assertEquals(serverKey, peer[0]);
    assertTrue(peer[1].length() == 44, "preshared key is set");
    assertEquals("192.0.2.1:51820", peer[2]);
    assertEquals("0.0.0.0/0,::/0", peer[3]);
    assertEquals("25", peer[7]);
    assertEquals(
        Tools.feed(privateKey, "wg", "pubkey"),
        Tools.run("ip", "netns", "exec", NAMESPACE, "wg", "show", "phone", "public-key"));
  }

  private String configuration() throws Exception {
    try (TrueVault vault = vault()) {
      User ada =
          vault.users().register(Registration.of("ada@example.com", "four random words", "", ""));
      User user = vault.addresses().vouch("system", ada);
      vault.vips().add("system", EmailAddress.of("ada@example.com"), "");
      vault.servers().add("system", server());
      PublicKey key = new PublicKey(Tools.feed(privateKey, "wg", "pubkey"));
      Device device =
          vault
              .devices()
              .add(user, new NewDevice("Phone", DeviceType.MOBILE, OperatingSystem.IOS, key, HERE));
      DeviceChange preshared =
          new DeviceChange(null, null, null, null, null, true, DeviceChange.Tunnel.SAME);
      vault.devices().change(user, device.id(), preshared);
      return vault.configurations().of(user, device.id(), null).text();
    }
  }

  private TrueVault vault() {
    return TrueVault.builder()
        .storage(SqliteStorage.open(folder.resolve("data")))
        .payments(
            new SimulatedGateway(
                new RandomIds(new SecureRandom()), InstantSource.system(), "http://127.0.0.1/"))
        .mail(new RecordingMailSender())
        .masterKeys(new MasterKey("test", new byte[32]))
        .passwordCost(new Cost(8, 1))
        .build();
  }

  private Server server() {
    return new Server(
        HERE,
        new Server.Label("Here", "", "", 1),
        new Endpoint("192.0.2.1", 51820),
        new PublicKey(serverKey),
        new Server.Access(AccessLevel.PUBLIC, null),
        new Server.State(true, true, null),
        new Server.Location("", "", ""),
        new Server.Hosting("", null));
  }
}
