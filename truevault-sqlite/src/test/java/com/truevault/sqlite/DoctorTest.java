package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import com.truevault.store.Doctor;
import com.truevault.store.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DoctorTest {
  static final String AT = "'2026-11-01 10:00:00.000'";
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  static final String USER =
      """
      insert into users (id, email, password_hash, created_at, public_id, email_canonical,
                         updated_at, status)
      values (7, 'ada@example.com', 'x', %1$s, 'user-seven', 'ada@example.com', %1$s, 'pending')
      """
          .formatted(AT);

  static final String DEVICE =
      """
      insert into devices (user_id, device_id, device_name, public_key, assigned_ip,
                           assigned_ipv6, address_offset, current_server, tunnel_name,
                           created_at, updated_at)
      values (7, 'device-one', 'Phone', 'xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=',
              '10.8.0.2/32', 'fd00::2/128', 2, 'here', 'phone', %1$s, %1$s)
      """
          .formatted(AT);

  private static final String POOL = "update address_pool set next_offset = 3";

  static final String SERVER =
      """
      insert into servers (server_key, server_name, ip_address, public_key, created_at, updated_at)
      values ('here', 'Here', '192.0.2.1', 'TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=', %1$s, %1$s)
      """
          .formatted(AT);

  @TempDir Path folder;
  private SqliteStorage storage;
  private Doctor doctor;

  @BeforeEach
  void open() {
    storage = SqliteStorage.open(SqliteConfig.of(folder).withClock(InstantSource.fixed(NOW)));
    doctor = storage.doctor();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void findsNothingInAFreshInstallation() {
    assertEquals(List.of(), doctor.examine());
  }

  @Test
  void findsNothingWhereEverythingFits() {
    run(DataFile.USERS, USER);
    run(DataFile.SERVERS, SERVER);
    run(DataFile.DEVICES, DEVICE, POOL);
    assertEquals(List.of(), doctor.examine());
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void namesEachBreachAndMendsWhatIsSafe(
      String invariant, boolean repairable, DataFile file, List<String> damage) {
    run(DataFile.SERVERS, SERVER);
    if (file == DataFile.DEVICES && !invariant.equals("device-without-user")) {
      run(DataFile.USERS, USER);
    }
    run(file, damage.toArray(String[]::new));

    List<Finding> found = doctor.examine();
    assertTrue(
        found.stream().anyMatch(f -> f.invariant().equals(invariant) && f.file() == file),
        () -> invariant + " not among " + found);

    doctor.repair();
    boolean gone = doctor.examine().stream().noneMatch(f -> f.invariant().equals(invariant));
    assertEquals(repairable, gone, "mended by repair");
  }

  @Test
  void givesAFormerVipWhatTheSubscriptionThatCountsSays() {
    run(DataFile.USERS, USER, "update users set account_type = 'vip', status = 'active'");
    run(
        DataFile.BILLING,
        subscription("old", "personal", "cancelled"),
        subscription("live", "family", "active"),
        subscription("late", "business", "expired"),
        """
        update subscriptions
           set state = case status when 'active' then 'active' else 'ended' end,
               end_reason = case status when 'active' then null else status end
        """);

    List<Finding> found = doctor.repair();

    assertEquals(List.of("vip-not-projected"), found.stream().map(Finding::invariant).toList());
    assertTrue(found.get(0).repaired());
    assertEquals("standard active family 10", membership());
    assertEquals(List.of(), doctor.examine());
  }

  @Test
  void makesAVipOfOneWhoIsOnTheList() {
    run(DataFile.USERS, USER, "update users set email_verified = 1");
    run(
        DataFile.MAIN,
        """
        insert into vip_users (email, email_canonical, added_date, public_id)
        values ('ada@example.com', 'ada@example.com', %s, 'vip-entry-one')
        """
            .formatted(AT));

    assertTrue(doctor.repair().get(0).repaired());
    assertEquals("vip active business 999", membership());
    assertEquals(List.of(), doctor.examine());
  }

  @Test
  void doesNotCallRepairedWhatIsStillThereAfterwards() {
    run(DataFile.SERVERS, SERVER);
    run(
        DataFile.USERS,
        USER,
        "update users set account_type = 'vip'",
        "create trigger stubborn before update on users begin select raise(ignore); end");

    List<Finding> found = doctor.repair();

    assertEquals(List.of("vip-not-projected"), found.stream().map(Finding::invariant).toList());
    assertEquals(List.of(false), found.stream().map(Finding::repaired).toList());
  }

  private String membership() {
    return storage
        .files()
        .get(DataFile.USERS)
        .one(
            "select account_type || ' ' || status || ' ' || plan || ' ' || max_devices as m from"
                + " users",
            Parameters.none(),
            row -> row.text("m"));
  }

  static String subscription(String publicId, String plan, String status) {
    return """
    insert into subscriptions (user_id, plan_name, status, start_date, created_at, updated_at,
                               public_id, plan_price_minor)
    values (7, '%2$s', '%3$s', %4$s, %4$s, %4$s, 'subscription-%1$s', 1499)
    """
        .formatted(publicId, plan, status, AT);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach("device-without-user", true, DataFile.DEVICES, DEVICE, POOL),
        breach(
            "subscription-without-user",
            true,
            DataFile.BILLING,
            subscription("one", "family", "active")),
        breach(
            "subscription-without-user",
            true,
            DataFile.BILLING,
            subscription("one", "family", "pending")),
        breach(
            "vip-not-projected",
            true,
            DataFile.USERS,
            USER,
            "update users set account_type = 'vip', status = 'active'"),
        breach(
            "status-not-projected",
            true,
            DataFile.USERS,
            USER,
            "update users set status = 'active'"),
        breach(
            "device-on-unknown-server",
            false,
            DataFile.DEVICES,
            DEVICE.replace("'here'", "'nowhere'"),
            POOL),
        breach(
            "configuration-for-unknown-server",
            true,
            DataFile.DEVICES,
            DEVICE,
            POOL,
            """
            insert into device_configs (device_id, server_name, config_content, generated_at)
            values ('device-one', 'nowhere', 'x', %s)
            """
                .formatted(AT)),
        breach(
            "address-released-and-used",
            true,
            DataFile.DEVICES,
            DEVICE,
            POOL,
            "insert into released_addresses (address_offset, free_at) values (2, %s)"
                .formatted(AT)),
        breach("address-never-given-out", true, DataFile.DEVICES, DEVICE),
        breach("address-lost", true, DataFile.DEVICES, "update address_pool set next_offset = 5"),
        breach(
            "key-retired-and-used",
            false,
            DataFile.DEVICES,
            DEVICE,
            POOL,
            "insert into retired_keys (public_key, retired_at) select public_key, %s from devices"
                .formatted(AT)),
        breach(
            "audit-chain-broken",
            false,
            DataFile.MAIN,
            """
            insert into audit_log (at, actor, action, subject, detail, previous_hash, hash)
            values (%s, 'system', 'x', '', '{}', '%s', '%s')
            """
                .formatted(AT, "a".repeat(64), "b".repeat(64))),
        breach(
            "setting-in-clear",
            false,
            DataFile.MAIN,
            "update settings set setting_value = 'hush' where setting_key = 'paypal_secret'"),
        breach(
            "preshared-key-in-clear",
            false,
            DataFile.DEVICES,
            DEVICE,
            POOL,
            "update devices set preshared_key = 'hush', user_id = 7"),
        breach(
            "code-secret-in-clear",
            false,
            DataFile.USERS,
            USER,
            "update users set totp_secret = 'hush'"),
        breach("message-dead", false, DataFile.BILLING, message("dead")),
        breach("message-late", false, DataFile.USERS, message("new")));
  }

  private static String message(String state) {
    return """
    insert into outbox (message_id, topic, subject, payload, created_at, next_attempt_at, state)
    values ('message-one', 'x', '', '{}', %1$s, %1$s, '%2$s')
    """
        .formatted(AT, state);
  }

  private static Arguments breach(
      String invariant, boolean repairable, DataFile file, String... damage) {
    return Arguments.of(invariant, repairable, file, List.of(damage));
  }

  private void run(DataFile file, String... statements) {
    storage
        .transactions()
        .run(
            file,
            () -> {
              for (String statement : statements) {
                storage.files().get(file).update(statement, Parameters.none());
              }
            });
  }
}
