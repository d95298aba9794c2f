package com.truevault.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SettingStore} does. */
public interface SettingStoreContract {
  Storage storage();

  private Setting find(String key) {
    return storage().settings().all().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  default void hasARowForEverySettingFromTheStartOrderedByKey() {
    List<String> keys = Arrays.stream(SettingKey.values()).map(SettingKey::key).sorted().toList();

    assertEquals(keys, storage().settings().all().stream().map(Setting::key).toList());
  }

  @Test
  default void startsWithValuesThatKeepTheirRules() {
    for (Setting setting : storage().settings().all()) {
      SettingKey key = Settings.key(setting.key());
      // Made when the storage is first used.
      String value = key == SettingKey.ADDRESS_POOL_V6 ? "fd12:3456:789a::/64" : setting.value();
      assertEquals(value, key.check(value));
      assertFalse(setting.description().isEmpty(), setting.key());
    }
    assertEquals("", find("address_pool_v6").value());
  }

  @Test
  default void startsWithoutAnyCredential() {
    assertEquals("", find("paypal_secret").value());
    assertEquals("", find("smtp_password").value());
    assertEquals("", find("paypal_client_id").value());
    assertEquals("sandbox", find("paypal_mode").value());
  }

  @Test
  default void changesAValueAndNothingElse() {
    Setting before = find("site_name");

    assertTrue(storage().settings().update("site_name", "Other", Corpus.MOMENT));

    assertEquals(
        new Setting("site_name", "Other", before.description(), Corpus.MOMENT), find("site_name"));
    assertEquals(SettingKey.values().length, storage().settings().all().size());
  }

  @Test
  default void saysThatAnUnknownSettingIsNotThere() {
    assertFalse(storage().settings().update("no_such_setting", "x", Corpus.MOMENT));
    assertFalse(storage().settings().update("SITE_NAME", "x", Corpus.MOMENT));
  }

  @Test
  default void keepsEveryCharacter() {
    for (String text : Corpus.TEXTS) {
      storage().settings().update("site_tagline", text, Corpus.MOMENT);
      assertEquals(text, find("site_tagline").value());
    }
  }

  @Test
  default void keepsNothingOfARolledBackChange() {
    Setting before = find("site_name");

    Undone.run(
        storage().transactions(),
        DataFile.MAIN,
        () -> storage().settings().update("site_name", "Other", Corpus.MOMENT));

    assertEquals(before, find("site_name"));
  }
}
