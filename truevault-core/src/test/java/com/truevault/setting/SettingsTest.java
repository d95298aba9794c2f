package com.truevault.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.PageRequest;
import com.truevault.testing.VaultFixture;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private final VaultFixture fixture = new VaultFixture();
  private final Settings settings = fixture.vault().settings();

  private void change(SettingKey key, String value) {
    settings.change("admin", Map.of(key, value));
  }

  private String stored(SettingKey key) {
    return fixture.storage().settings().all().stream()
        .filter(row -> row.key().equals(key.key()))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void readsTypedValues() {
    assertEquals("TrueVault VPN", settings.text(SettingKey.SITE_NAME));
    assertEquals(1420, settings.number(SettingKey.DEFAULT_MTU));
    assertTrue(settings.flag(SettingKey.SPLIT_TUNNEL_ALLOWED));
  }

  @Test
  void seesAChangeAtOnce() {
    change(SettingKey.DEFAULT_MTU, "1280");

    assertEquals(1280, settings.number(SettingKey.DEFAULT_MTU));
  }

  @ParameterizedTest
  @CsvSource({
    "SITE_NAME, ''",
    "SITE_NAME, 'two\nlines'",
    "ADMIN_EMAIL, nobody",
    "ADMIN_EMAIL, 'a@example.com, b@example.com'",
    "FROM_EMAIL, 'Kim <a@example.com>'",
    "SUPPORT_EMAIL, 'a@example.com\nBcc: b@example.com'",
    "SUPPORT_EMAIL, 'a\0b@example.com'",
    "SUPPORT_EMAIL, 'a\u001bb@example.com'",
    "FROM_EMAIL, 'a\u202eb@example.com'",
    "ADMIN_EMAIL, 'а@example.com'",
    "PAYPAL_MODE, production",
    "MAX_DEVICES_PERSONAL, 0",
    "MAX_DEVICES_FAMILY, 999",
    "MAX_DEVICES_BUSINESS, -1",
    "MAX_DEVICES_BUSINESS, 3.5",
    "MAX_DEVICES_BUSINESS, ''",
    "MAX_DEVICES_BUSINESS, 99999999999",
    "MAX_DEVICES_BUSINESS, ٣",
    "ADDRESS_POOL_V4, ''",
    "ADDRESS_POOL_V4, 192.0.2.0/24",
    "ADDRESS_POOL_V4, 10.8.0.0/7",
    "ADDRESS_POOL_V4, 10.8.0.0/25",
    "ADDRESS_POOL_V4, 10.8.0.1/24",
    "ADDRESS_POOL_V4, 10.999.0.0/14",
    "ADDRESS_POOL_V4, 10.8.256.0/24",
    "ADDRESS_POOL_V6, ''",
    "ADDRESS_POOL_V6, 2001:db8::/64",
    "ADDRESS_POOL_V6, fd00::/48",
    "ADDRESS_POOL_V6, fd00:::::/64",
    "ADDRESS_POOL_V6, fd00:1:2:3:4::/64",
    "DEFAULT_DNS, 192.0.2.1",
    "DEFAULT_MTU, 1279",
    "DEFAULT_MTU, 1501",
    "DEFAULT_KEEPALIVE, 61",
    "SPLIT_TUNNEL_ALLOWED, maybe",
    "SESSION_DAYS, 31",
    "SMTP_HOST, 'mail.example.com; rm'",
    "SMTP_PORT, 65536"
  })
  void refusesAValueThatBreaksItsRule(SettingKey key, String value) {
    String before = stored(key);

    TrueVaultException refused = assertThrows(TrueVaultException.class, () -> change(key, value));

    assertEquals(ErrorKind.INVALID, refused.kind());
    assertTrue(refused.getMessage().startsWith("setting " + key.key()), refused.getMessage());
    assertEquals(before, stored(key));
  }

  @Test
  void changesAllOrNone() {
    Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    values.put(SettingKey.SITE_NAME, "Other");
    values.put(SettingKey.DEFAULT_MTU, "1");

    assertThrows(TrueVaultException.class, () -> settings.change("admin", values));

    assertEquals("TrueVault VPN", settings.text(SettingKey.SITE_NAME));
  }

  @Test
  void knowsNoOtherKey() {
    assertEquals(
        "setting-unknown",
        assertThrows(TrueVaultException.class, () -> Settings.key("no_such")).code());
    assertEquals(SettingKey.SMTP_PORT, Settings.key("smtp_port"));
  }

  @Test
  void showsASecretToItsAdapterAlone() {
    change(SettingKey.SMTP_PASSWORD, "hunter22");

    assertEquals("hunter22", settings.secret(SettingKey.SMTP_PASSWORD));
    assertTrue(settings.isSet(SettingKey.SMTP_PASSWORD));
    assertFalse(settings.isSet(SettingKey.PAYPAL_SECRET));
    assertThrows(IllegalArgumentException.class, () -> settings.text(SettingKey.SMTP_PASSWORD));
    for (Setting row : settings.list()) {
      assertFalse(row.value().contains("hunter22"), row.key());
      assertFalse(row.value().startsWith("sealed:"), row.key());
      assertFalse(row.toString().contains("hunter22"), row.key());
    }
  }

  @Test
  void sealsASecretAtRest() {
    change(SettingKey.PAYPAL_SECRET, "hunter22");

    String atRest = stored(SettingKey.PAYPAL_SECRET);
    assertTrue(atRest.startsWith("sealed:k1:"), atRest);
    assertFalse(atRest.contains("hunter22"));
    change(SettingKey.PAYPAL_SECRET, "");
    assertEquals("", stored(SettingKey.PAYPAL_SECRET));
    assertEquals("", settings.secret(SettingKey.PAYPAL_SECRET));
  }

  @Test
  void doesNotOpenASecretThatWasMovedToAnotherRow() {
    change(SettingKey.PAYPAL_SECRET, "hunter22");
    fixture
        .storage()
        .settings()
        .update("smtp_password", stored(SettingKey.PAYPAL_SECRET), VaultFixture.START);
    Settings restarted = new VaultFixture(fixture.storage()).vault().settings();

    assertEquals("hunter22", restarted.secret(SettingKey.PAYPAL_SECRET));
    assertEquals(
        "secret-unreadable",
        assertThrows(TrueVaultException.class, () -> restarted.secret(SettingKey.SMTP_PASSWORD))
            .code());
  }

  @Test
  void notesChangesButNeverSecrets() {
    change(SettingKey.SMTP_PASSWORD, "hunter22");
    change(SettingKey.SITE_NAME, "Other");

    String audit = fixture.vault().audit().list("setting.", PageRequest.first()).toString();

    assertFalse(audit.contains("hunter22"), audit);
    assertFalse(audit.contains("sealed:"), audit);
    assertTrue(audit.contains("Other"), audit);
    assertTrue(audit.contains("admin"), audit);
  }

  @Test
  void makesAnAddressPrefixOnceForEachInstallation() {
    String prefix = settings.text(SettingKey.ADDRESS_POOL_V6);

    assertTrue(prefix.matches("fd[0-9a-f]{2}:[0-9a-f]{4}:[0-9a-f]{4}::/64"), prefix);
    VaultFixture restarted = new VaultFixture(fixture.storage());
    assertEquals(prefix, restarted.vault().settings().text(SettingKey.ADDRESS_POOL_V6));
  }

  @Test
  void describesEverySetting() {
    List<Setting> listed = settings.list();

    assertEquals(SettingKey.values().length, listed.size());
    assertTrue(listed.stream().noneMatch(setting -> setting.description().isEmpty()));
  }
}
