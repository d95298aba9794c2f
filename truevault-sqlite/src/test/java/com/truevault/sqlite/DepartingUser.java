package com.truevault.sqlite;

import com.truevault.Storage;
import com.truevault.TrueVault;
import com.truevault.secret.MasterKey;
import com.truevault.secret.RandomIds;
import com.truevault.testing.RecordingMailSender;
import com.truevault.testing.SimulatedGateway;
import com.truevault.user.EmailAddress;
import com.truevault.user.PasswordHasher.Cost;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** A process of its own that erases one user; whoever started it kills it somewhere on the way. */
final class DepartingUser {
  static final EmailAddress EMAIL = EmailAddress.of("ada@example.com");

  private DepartingUser() {}

  public static void main(String[] args) {
    try (TrueVault vault = vault(Path.of(args[0]))) {
      vault.departures().erase("system", vault.users().findByEmail(EMAIL).orElseThrow());
    }
  }

  static TrueVault vault(Path folder) {
    return vault(SqliteStorage.open(folder));
  }

  static TrueVault vault(Storage storage) {
    RandomIds random = new RandomIds(new SecureRandom());
    return TrueVault.builder()
        .storage(storage)
        .payments(new SimulatedGateway(random, InstantSource.system(), "http://127.0.0.1/approve/"))
        .mail(new RecordingMailSender())
        .masterKeys(new MasterKey("test", new byte[32]))
        .passwordCost(new Cost(8, 1))
        .build();
  }
}
