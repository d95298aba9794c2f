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
import com.truevault.wireguard.Endpoint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** An open vault on real files with one server, and customers to be had in bulk. */
final class Shop implements AutoCloseable {
  static final ServerKey SERVER = new ServerKey("new_york");

  private final SqliteStorage storage;
  private final TrueVault vault;
  private final Customers customers;

  Shop(Path folder) {
    storage = SqliteStorage.open(folder);
    vault =
        TrueVault.builder()
            .storage(storage)
            .payments(new SimulatedGateway(new RandomIds(new SecureRandom()), "http://127.0.0.1"))
            .mail(new RecordingMailSender())
            .masterKeys(new MasterKey("bench", new byte[32]))
            .build();
    customers = new Customers(storage);
    if (vault.servers().list().isEmpty()) {
      vault.servers().add("benchmark", server());
    }
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
