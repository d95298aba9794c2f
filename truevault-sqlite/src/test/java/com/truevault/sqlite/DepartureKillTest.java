package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.TrueVault;
import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.Fact;
import com.truevault.billing.Money;
import com.truevault.billing.Standing;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.device.DeviceType;
import com.truevault.device.NewDevice;
import com.truevault.device.OperatingSystem;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import com.truevault.user.Plan;
import com.truevault.user.Registration;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIns.Attempt;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Erasing a user touches five files. The process is killed at chosen system calls; after the next
 * start the user is either still whole or wholly gone, and the invoice is kept either way.
 */
@Timeout(400)
@Tag("slow")
class DepartureKillTest {
  // What a shell, and strace like it, answers for a child that signal 9 ended.
  private static final int KILLED = 128 + 9;
  private static final Path STRACE = Path.of("/usr/bin/strace");
  private static final String KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";

  @TempDir Path folder;
  private Path template;

  @BeforeEach
  void prepareUser() {
    assumeTrue(Files.isExecutable(STRACE), "strace is not installed");
    template = folder.resolve("template");
    try (TrueVault vault = DepartingUser.vault(template)) {
      User user =
          vault.users().register(Registration.of("ada@example.com", "four random words", "", ""));
      vault
          .servers()
          .add(
              "system",
              new Server(
                  new ServerKey("here"),
                  new Server.Label("Here", "", "", 1),
                  new Endpoint("192.0.2.1", 51820),
                  new PublicKey("TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0="),
                  new Server.Access(AccessLevel.PUBLIC, null),
                  new Server.State(true, true, null),
                  new Server.Location("", "", ""),
                  new Server.Hosting("", null)));
      Subscription paid = paid(user);
      vault.storage().subscriptions().add(paid);
      vault.storage().facts().add(paid.publicId(), List.of(carried(paid)), paid.startDate());
      vault.devices().add(user, newDevice());
      Attempt attempt =
          new Attempt(user.email(), "four random words", "", Origin.of("192.0.2.9", "test"));
      vault.signIns().signIn(attempt);
      addInvoice((SqliteStorage) vault.storage(), user);
    }
  }

  /** Ends where the program did before the call that would have killed it. */
  @ParameterizedTest
  @CsvSource({"'fsync,fdatasync', 1", "'pwrite64', 7"})
  void eitherWhollyThereOrWhollyGone(String calls, int stride) throws Exception {
    Set<Boolean> foundAfterAKill = new HashSet<>();
    int k = 1;
    Run run = runUntil(calls, k);
    while (run.killed()) {
      foundAfterAKill.add(run.there());
      k += stride;
      run = runUntil(calls, k);
    }
    assertFalse(run.there(), "the program came to its end and the user is still there");
    assertEquals(Set.of(true, false), foundAfterAKill, "kills at up to " + calls + " " + k);
  }

  /**
   * How a run ended.
   *
   * @param there whether the user is there after the next start
   */
  private record Run(boolean killed, boolean there) {}

  private Run runUntil(String calls, int k) throws Exception {
    Path data = folder.resolve("run" + k);
    copy(template, data);
    Process process =
        new ProcessBuilder(
                STRACE.toString(),
                "-f",
                "-qq",
                "-e",
                "trace=" + calls,
                "-e",
                "inject=" + calls + ":signal=SIGKILL:when=" + k,
                "-o",
                "/dev/null",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                DepartingUser.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process hangs at call " + k);
    assertTrue(
        Set.of(0, KILLED).contains(process.exitValue()),
        () -> "ended with " + process.exitValue() + " at call " + k);
    return new Run(process.exitValue() == KILLED, isThereAfterRestart(calls + " " + k, data));
  }

  private static boolean isThereAfterRestart(String point, Path data) {
    try (TrueVault vault = DepartingUser.vault(data)) {
      // The next round of the relay, with every back-off over, finishes what was begun.
      while (vault.maintenance().deliver() > 0) {}
      boolean there = vault.users().findByEmail(DepartingUser.EMAIL).isPresent();
      SqliteStorage storage = (SqliteStorage) vault.storage();
      assertEquals(List.of(), storage.doctor().examine(), point);
      assertEquals(there ? 1 : 0, vault.devices().count(), point);
      assertEquals(
          there ? 1 : 0, count(storage, DataFile.USERS, "select count(*) as n from sessions"));
      assertEquals(1, count(storage, DataFile.BILLING, "select count(*) as n from invoices"));
      assertEquals(
          there ? 0 : 1,
          count(
              storage,
              DataFile.BILLING,
              "select count(*) as n from subscriptions where status = 'cancelled'"),
          point);
      assertEquals(
          there ? 0 : 1,
          count(
              storage,
              DataFile.USERS,
              "select count(*) as n from users where status = '"
                  + UserStatus.DELETED.name().toLowerCase(java.util.Locale.ROOT)
                  + "'"));
      return there;
    }
  }

  private static Subscription paid(User user) {
    Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    return new Subscription(
        "subscription-of-ada",
        user.id(),
        "SIM-1",
        Plan.PERSONAL,
        Money.of("9.99", "USD"),
        BillingCycle.MONTHLY,
        SubscriptionStatus.ACTIVE,
        now,
        now.plus(Duration.ofDays(30)),
        null,
        "",
        new Standing(
            BillingStatus.ACTIVE,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            null,
            null));
  }

  private static Fact carried(Subscription paid) {
    Instant until = Objects.requireNonNull(paid.paidThrough());
    return new Fact.Carried(paid.publicId(), paid.startDate(), until);
  }

  private static NewDevice newDevice() {
    return new NewDevice(
        "Phone",
        DeviceType.MOBILE,
        OperatingSystem.ANDROID,
        new PublicKey(KEY),
        new ServerKey("here"));
  }

  private static void addInvoice(SqliteStorage storage, User user) {
    storage
        .files()
        .get(DataFile.BILLING)
        .update(
            """
            insert into invoices
              (user_id, invoice_number, status, invoice_date, created_at, amount_minor, total_minor)
            values
              (:user, 'INV-2026-001', 'paid', '2026-11-01 10:00:00.000',
               '2026-11-01 10:00:00.000', 999, 999)
            """,
            Parameters.bind("user", user.id().value()));
    storage
        .files()
        .get(DataFile.USERS)
        .update(
            "update users set status = 'active', max_devices = 3 where id = :user",
            Parameters.bind("user", user.id().value()));
  }

  private static long count(SqliteStorage storage, DataFile file, String sql) {
    return storage.files().get(file).one(sql, Parameters.none(), row -> row.number("n"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      all.forEach(path -> copyOne(path, to.resolve(from.relativize(path).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
