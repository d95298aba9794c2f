package com.truevault.theme;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.mail.MailLook;
import com.truevault.outbox.Effects;
import com.truevault.store.DataFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and changes the look of the site. Safe for use by many threads. */
public final class Themes {
  private final ThemeStore store;
  private final Effects effects;
  private volatile @Nullable StyleSheet sheet;

  /** Reads from the given store. */
  public Themes(ThemeStore store, Effects effects) {
    this.store = store;
    this.effects = effects;
  }

  /** Every element. */
  public List<ThemeElement> list() {
    return store.all();
  }

  /** The stylesheet of the current theme. */
  public StyleSheet sheet() {
    StyleSheet current = sheet;
    return current != null ? current : load();
  }

  /** The light colours of the current theme, for mails. */
  public MailLook mailLook() {
    return LightColors.of(values());
  }

  /**
   * Changes elements together: all or none.
   *
   * @throws TrueVaultException INVALID if a value has the wrong shape, or if text could not be read
   *     on its ground
   */
  public void change(String actor, Map<ThemeKey, String> values) {
    Map<ThemeKey, String> checked = new EnumMap<>(ThemeKey.class);
    values.forEach((key, value) -> checked.put(key, key.check(value)));
    effects.run(
        DataFile.MAIN,
        out -> {
          checked.forEach((key, value) -> store.update(key.key(), value, effects.now()));
          refuseUnreadable();
          checked.forEach(
              (key, value) ->
                  AuditLog.note(out, actor, "theme.changed", key.key(), Map.of("value", value)));
        });
    forget();
  }

  /** Puts every element back to what a fresh installation has. */
  public void reset(String actor) {
    Map<ThemeKey, String> standard = new EnumMap<>(ThemeKey.class);
    for (ThemeKey key : ThemeKey.values()) {
      standard.put(key, key.standard());
    }
    change(actor, standard);
  }

  /** The element of that name, for callers that have text. */
  public static ThemeKey key(String name) {
    return ThemeKey.of(name)
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.NOT_FOUND,
                    "theme-unknown",
                    "no theme element is called " + name + "; list them first"));
  }

  private synchronized StyleSheet load() {
    StyleSheet loaded = StyleSheet.of(values());
    sheet = loaded;
    return loaded;
  }

  private Map<ThemeKey, String> values() {
    Map<ThemeKey, String> values = new EnumMap<>(ThemeKey.class);
    store.all().forEach(e -> ThemeKey.of(e.name()).ifPresent(k -> values.put(k, e.value())));
    return values;
  }

  // Waits for a load under way: it may have read the rows of before the change.
  private synchronized void forget() {
    sheet = null;
  }

  private void refuseUnreadable() {
    Map<String, String> values =
        store.all().stream()
            .collect(java.util.stream.Collectors.toMap(ThemeElement::name, ThemeElement::value));
    String ground = values.getOrDefault(ThemeKey.BACKGROUND_COLOR.key(), "#000000");
    for (ThemeKey key : new ThemeKey[] {ThemeKey.TEXT_COLOR, ThemeKey.LINK_COLOR}) {
      Contrast contrast = Contrast.of(values.getOrDefault(key.key(), key.standard()), ground);
      if (!contrast.isEnoughForText()) {
        throw new TrueVaultException(
            ErrorKind.INVALID,
            "theme-unreadable",
            "%s on background_color has contrast %.1f; text needs %.1f, choose colours further apart"
                .formatted(key.key(), contrast.ratio(), Contrast.TEXT));
      }
    }
  }
}
