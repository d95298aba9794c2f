package com.truevault.benchmarks;

import com.truevault.TrueVault;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.SqliteStorage;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.User;
import com.truevault.webhook.UnconfiguredReader;
import com.truevault.webhook.WebhookReader;
import com.truevault.wireguard.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** An open vault on real files with one server, and customers to be had in bulk. */
final class Shop implements AutoCloseable {
  static final ServerKey SERVER = new ServerKey("new_york");

  /** Bytes 0 to 31, in base64. */
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  /** The name that a host gives this key. */
  private static final String KEY_ID = "k630dcd29";

  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  private final SqliteStorage storage;
  private final TrueVault vault;
  private final Customers customers;

  Shop(Path folder) {
    this(folder, new UnconfiguredReader());
  }

  /** One that takes in what the given reader verifies. */
  Shop(Path folder, WebhookReader webhooks) {
    storage = SqliteStorage.open(folder);
    vault =
        TrueVault.builder()
            .storage(storage)
            .payments(
                new SimulatedGateway(
                    new RandomIds(new SecureRandom()), InstantSource.system(), "http://127.0.0.1"))
            .mail(new RecordingMailSender())
            .webhooks(webhooks)
            .masterKeys(MasterKey.ofBase64(KEY_ID, KEY))
            .build();
    customers = new Customers(storage);
    if (vault.servers().list().isEmpty()) {
      vault.servers().add("benchmark", server());
    }
  }

  /** Lays the key where a host looks for it that is to open the same folder. */
  static void leaveKey(Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("keys")).resolve("master.key");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(PRIVATE));
    Files.writeString(file, KEY);
  }

  TrueVault vault() {
    return vault;
  }

  SqliteStorage storage() {
    return storage;
  }

  /** So many new users, each with a paid family plan of ten devices. */
  List<User> customers(int count) {
    return customers.add(count);
  }

  /** Gives a user a paid family plan. */
  void pay(User user) {
    customers.pay(List.of(user), Instant.now());
  }

  @Override
  public void close() {
    vault.close();
  }

  private static Server server() {
    return new Server(
        SERVER,
        new Server.Label("New York", "", "", 1),
        new Endpoint("192.0.2.1", 51820),
        new Keys(1).next(),
        new Server.Access(AccessLevel.PUBLIC, null),
        new Server.State(true, true, null),
        new Server.Location("USA", "New York", ""),
        new Server.Hosting("", null));
  }
}
