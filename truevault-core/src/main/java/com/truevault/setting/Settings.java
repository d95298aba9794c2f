package com.truevault.setting;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.secret.SecretBox;
import com.truevault.store.DataFile;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes settings. Values are read from the file once and again after each change, so
 * reading costs nothing. Safe for use by many threads.
 */
public final class Settings {
  /** The actor that sets what is made at install. */
  public static final String SYSTEM = "system";

  private final SettingStore store;
  private final Effects effects;
  private final SecretBox box;
  private final BooleanSupplier addressesInUse;
  private volatile @Nullable Map<String, Setting> known;

  /**
   * Reads from the given store.
   *
   * @param addressesInUse whether any device was ever given addresses
   */
  public Settings(
      SettingStore store, Effects effects, SecretBox box, BooleanSupplier addressesInUse) {
    this.store = store;
    this.effects = effects;
    this.box = box;
    this.addressesInUse = addressesInUse;
  }

  /** The value of a setting that is not secret. */
  public String text(SettingKey key) {
    if (key.isSecret()) {
      throw new IllegalArgumentException(key.key() + " is secret; only its adapter may read it");
    }
    return row(key).value();
  }

  /** The value of a number setting. */
  public int number(SettingKey key) {
    return Integer.parseInt(text(key));
  }

  /** The value of a flag. */
  public boolean flag(SettingKey key) {
    return Boolean.parseBoolean(text(key));
  }

  /** The value of a secret setting in clear, for the adapter that needs it; empty if not set. */
  public String secret(SettingKey key) {
    String sealed = row(key).value();
    return sealed.isEmpty() ? "" : box.open(place(key), sealed);
  }

  /** Whether a secret setting has a value. */
  public boolean isSet(SettingKey key) {
    return !row(key).value().isEmpty();
  }

  /** Whether a setting cannot be changed any more, because devices were given addresses by it. */
  public boolean isFixed(SettingKey key) {
    return key.isFixedByDevices() && addressesInUse.getAsBoolean();
  }

  /** Every setting; secret ones with an empty value. */
  public List<Setting> list() {
    return rows().values().stream()
        .map(s -> SettingKey.of(s.key()).filter(SettingKey::isSecret).isPresent() ? masked(s) : s)
        .sorted(java.util.Comparator.comparing(Setting::key))
        .toList();
  }

  /**
   * Changes settings together: all or none.
   *
   * @param actor who does it, for the audit log
   * @throws TrueVaultException INVALID if a value breaks its rule, CONFLICT if devices fix it
   */
  public void change(String actor, Map<SettingKey, String> values) {
    refuseFixed(values);
    Map<SettingKey, String> kept =
        values.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> toKeep(e.getKey(), e.getValue())));
    effects.run(
        DataFile.MAIN,
        out ->
            kept.forEach(
                (key, value) -> {
                  if (!store.update(key.key(), value, effects.now())) {
                    throw missing(key.key());
                  }
                  AuditLog.note(
                      out,
                      actor,
                      "setting.changed",
                      key.key(),
                      key.isSecret() ? Map.of() : Map.of("value", value));
                }));
    forget();
  }

  /** The setting of that name, for callers that have text. */
  public static SettingKey key(String key) {
    return SettingKey.of(key).orElseThrow(() -> missing(key));
  }

  private void refuseFixed(Map<SettingKey, String> values) {
    values.forEach(
        (key, value) -> {
          if (isFixed(key) && !text(key).equals(value)) {
            throw fixed(key);
          }
        });
  }

  private String toKeep(SettingKey key, String value) {
    String checked = key.check(value);
    return key.isSecret() && !checked.isEmpty() ? box.seal(place(key), checked) : checked;
  }

  private Setting row(SettingKey key) {
    Setting row = rows().get(key.key());
    if (row == null) {
      throw missing(key.key());
    }
    return row;
  }

  private Map<String, Setting> rows() {
    Map<String, Setting> current = known;
    return current != null ? current : load();
  }

  private synchronized Map<String, Setting> load() {
    Map<String, Setting> loaded =
        store.all().stream().collect(Collectors.toUnmodifiableMap(Setting::key, s -> s));
    known = loaded;
    return loaded;
  }

  // Waits for a load under way: it may have read the rows of before the change.
  private synchronized void forget() {
    known = null;
  }

  private static Setting masked(Setting s) {
    return new Setting(s.key(), "", s.description(), s.updatedAt());
  }

  private static SecretBox.Place place(SettingKey key) {
    return new SecretBox.Place("main", "settings", "setting_value", key.key());
  }

  private static TrueVaultException fixed(SettingKey key) {
    return new TrueVaultException(
        ErrorKind.CONFLICT,
        "setting-fixed",
        "setting "
            + key.key()
            + " cannot be changed any more, devices were given addresses by it; leave it out");
  }

  private static TrueVaultException missing(String key) {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "setting-unknown",
        "no setting is called " + key + "; list them first");
  }
}
