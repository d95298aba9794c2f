package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedRowsTest {
  private static final String TIME = "'2026-01-14 23:00:00.000'";
  private static final String KEY = "'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";
  private static final Map<String, String> USER =
      Map.of(
          "email", "'Owner@example.com'",
          "email_canonical", "'owner@example.com'",
          "password_hash", "'hash'",
          "public_id", "'user0001'",
          "created_at", TIME,
          "updated_at", TIME);
  private static final Map<String, String> DEVICE =
      Map.of(
          "user_id", "1",
          "device_id", "'device01'",
          "device_name", "'Phone'",
          "public_key", KEY,
          "assigned_ip", "'10.8.0.2/32'",
          "assigned_ipv6", "'fd00::2/128'",
          "address_offset", "2",
          "tunnel_name", "'phone'",
          "created_at", TIME,
          "updated_at", TIME);
  private static final Map<String, String> SUBSCRIPTION =
      Map.of(
          "user_id", "1",
          "public_id", "'subscr01'",
          "plan_name", "'personal'",
          "plan_price_minor", "999",
          "status", "'active'",
          "start_date", TIME,
          "created_at", TIME,
          "updated_at", TIME);

  @TempDir Path directory;

  @Test
  void aUserWithAStatusRoleOrPlanNobodyKnows() throws Exception {
    try (Connection users = NineFiles.create(directory, "users")) {
      refused(users, "users", with(USER, "status", "'nonsense'"));
      refused(users, "users", with(USER, "role", "'root'"));
      refused(users, "users", with(USER, "plan", "'dedicated'"));
      refused(users, "users", with(USER, "email_verified", "2"));
      add(users, "users", USER);
    }
  }

  @Test
  void aTimeOfAnotherShape() throws Exception {
    try (Connection users = NineFiles.create(directory, "users")) {
      refused(users, "users", with(USER, "created_at", "'2026-01-14T23:00:00.000Z'"));
      refused(users, "users", with(USER, "created_at", "'2026-01-14 23:00:00'"));
      refused(users, "users", with(USER, "created_at", "1768431600"));
      refused(users, "users", with(USER, "last_login", "current_timestamp"));
    }
  }

  @Test
  void aSecondUserWithAnotherSpellingOfTheSameEmail() throws Exception {
    try (Connection users = NineFiles.create(directory, "users")) {
      add(users, "users", USER);
      Map<String, String> again = with(USER, "public_id", "'user0002'");
      refused(users, "users", with(again, "email", "'OWNER@example.com'"));
      refused(users, "users", with(again, "email_canonical", "'OWNER@example.com'"));
      refused(users, "users", with(again, "email_canonical", "' owner@example.com'"));
    }
  }

  @Test
  void aSessionWithAFullAddressOrARawToken() throws Exception {
    try (Connection users = NineFiles.create(directory, "users")) {
      add(users, "users", USER);
      Map<String, String> session =
          Map.of(
              "user_id",
              "1",
              "public_id",
              "'session1'",
              "token",
              "'" + "0".repeat(64) + "'",
              "ip_address",
              "'192.0.2.0/24'",
              "created_at",
              TIME,
              "last_activity",
              TIME,
              "expires_at",
              TIME);
      refused(users, "sessions", with(session, "ip_address", "'192.0.2.7'"));
      refused(users, "sessions", with(session, "token", "'token'"));
      refused(users, "sessions", with(session, "user_id", "2"));
      add(users, "sessions", session);
    }
  }

  @Test
  void aDeviceThatRepeatsAKeyAnAddressOrAName() throws Exception {
    try (Connection devices = NineFiles.create(directory, "devices")) {
      add(devices, "devices", DEVICE);
      refused(devices, "devices", other("assigned_ip", "'10.8.0.2/32'"));
      refused(devices, "devices", other("address_offset", "2"));
      refused(devices, "devices", other("assigned_ipv6", "'fd00::2/128'"));
      refused(devices, "devices", other("public_key", KEY));
      refused(devices, "devices", other("device_name", "'Phone'"));
      refused(devices, "devices", other("tunnel_name", "'phone'"));
      add(devices, "devices", other("status", "'disabled'"));
    }
  }

  @Test
  void aDeviceWithAnAddressWithoutPrefixOrANameThatAddsALine() throws Exception {
    try (Connection devices = NineFiles.create(directory, "devices")) {
      refused(devices, "devices", with(DEVICE, "assigned_ip", "'10.8.0.2'"));
      refused(devices, "devices", with(DEVICE, "tunnel_name", "'phone' || char(10)"));
      refused(devices, "devices", with(DEVICE, "tunnel_name", "'sixteencharacter'"));
      refused(devices, "devices", with(DEVICE, "public_key", "'short'"));
      refused(devices, "devices", with(DEVICE, "dns", "'unknown'"));
      refused(devices, "devices", with(DEVICE, "mtu", "1279"));
    }
  }

  @Test
  void aPrivateKeyInAnyForm() throws Exception {
    try (Connection devices = NineFiles.create(directory, "devices")) {
      refused(devices, "devices", with(DEVICE, "private_key_encrypted", "'sealed'"));
      add(devices, "devices", DEVICE);
      Map<String, String> config =
          Map.of(
              "device_id", "'device01'",
              "server_name", "'new_york'",
              "config_content", "'PrivateKey = YOUR_PRIVATE_KEY'",
              "generated_at", TIME);
      refused(
          devices, "device_configs", with(config, "config_content", "'PrivateKey = ' || " + KEY));
      refused(devices, "device_configs", with(config, "device_id", "'device99'"));
      add(devices, "device_configs", config);
    }
  }

  @Test
  void aMessageWhosePayloadIsNoJson() throws Exception {
    Map<String, String> message =
        Map.of(
            "message_id", "'message01'",
            "topic", "'topic'",
            "subject", "''",
            "payload", "'{\"user\":\"7\"}'",
            "created_at", TIME,
            "next_attempt_at", TIME);
    for (String name : NineFiles.NAMES) {
      try (Connection file = NineFiles.create(directory, name)) {
        refused(file, "outbox", with(message, "payload", "'sealed:k1:x'"));
        add(file, "outbox", message);
      }
    }
  }

  @Test
  void aSecondLiveSubscriptionOfOneUser() throws Exception {
    try (Connection billing = NineFiles.create(directory, "billing")) {
      add(billing, "subscriptions", SUBSCRIPTION);
      Map<String, String> second = with(SUBSCRIPTION, "public_id", "'subscr02'");
      for (String live : new String[] {"'active'", "'grace_period'", "'suspended'"}) {
        refused(billing, "subscriptions", with(second, "status", live));
      }
      add(billing, "subscriptions", with(second, "status", "'expired'"));
      add(
          billing,
          "subscriptions",
          with(with(second, "public_id", "'subscr03'"), "status", "'pending'"));
    }
  }

  @Test
  void moneyThatIsTextNegativeOrDoesNotAddUp() throws Exception {
    try (Connection billing = NineFiles.create(directory, "billing")) {
      refused(billing, "subscriptions", with(SUBSCRIPTION, "plan_price_minor", "'free'"));
      refused(billing, "subscriptions", with(SUBSCRIPTION, "plan_price_minor", "-1"));
      refused(billing, "subscriptions", with(SUBSCRIPTION, "plan_price_minor", "9.99"));
      refused(billing, "subscriptions", with(SUBSCRIPTION, "currency", "'dollars'"));
      Map<String, String> invoice =
          Map.of(
              "user_id", "1",
              "invoice_number", "'INV-2026-001'",
              "amount_minor", "999",
              "tax_minor", "190",
              "total_minor", "1189",
              "invoice_date", TIME,
              "created_at", TIME);
      refused(billing, "invoices", with(invoice, "total_minor", "1190"));
      refused(billing, "invoices", with(invoice, "invoice_number", "'2026-001'"));
      add(billing, "invoices", invoice);
    }
  }

  @Test
  void aSettingWhoseValueIsNotOfItsType() throws Exception {
    try (Connection main = NineFiles.create(directory, "main")) {
      Map<String, String> setting =
          Map.of("setting_key", "'x'", "setting_value", "'maybe'", "updated_at", TIME);
      refused(main, "settings", with(setting, "setting_type", "'boolean'"));
      refused(main, "settings", with(setting, "setting_type", "'json'"));
      refused(main, "settings", with(setting, "setting_type", "'date'"));
      refused(main, "settings", with(setting, "setting_key", "'site_name'"));
      add(main, "settings", setting);
    }
  }

  private static Map<String, String> other(String column, String value) {
    Map<String, String> row =
        with(with(DEVICE, "device_id", "'device02'"), "device_name", "'Tablet'");
    row.put("tunnel_name", "'tablet'");
    row.put("public_key", "'BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB='");
    row.put("assigned_ip", "'10.8.0.3/32'");
    row.put("assigned_ipv6", "'fd00::3/128'");
    row.put("address_offset", "3");
    row.put(column, value);
    return row;
  }

  private static Map<String, String> with(Map<String, String> row, String column, String value) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    changed.put(column, value);
    return changed;
  }

  private static void refused(Connection connection, String table, Map<String, String> row) {
    SQLException refusal =
        assertThrows(SQLException.class, () -> add(connection, table, row), () -> "took " + row);
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("SQLITE_CONSTRAINT"),
        () -> row + ": " + refusal.getMessage());
  }

  private static void add(Connection connection, String table, Map<String, String> row)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into %s (%s) values (%s)"
              .formatted(table, String.join(", ", row.keySet()), String.join(", ", row.values())));
      try (ResultSet changes = statement.executeQuery("select changes()")) {
        assertEquals(1, changes.getInt(1));
      }
    }
  }
}
