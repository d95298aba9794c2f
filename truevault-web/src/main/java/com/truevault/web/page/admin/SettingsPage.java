package com.truevault.web.page.admin;

import com.truevault.setting.Setting;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.web.page.Form;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All settings by group. Values of secrets are never here. */
public record SettingsPage(List<Group> groups, Form form) {
  /** Settings that belong together. */
  public record Group(String name, List<Entry> entries) {}

  /**
   * One setting.
   *
   * @param isSet for a secret: whether it has a value
   */
  public record Entry(
      String key, String description, SettingInput input, String value, boolean isSet) {}

  /** The settings as they are, with what was typed into a refused form. */
  public static SettingsPage from(Settings settings, Form form, Messages messages) {
    Map<String, Setting> rows =
        settings.list().stream().collect(Collectors.toMap(Setting::key, Function.identity()));
    List<Group> groups = new ArrayList<>();
    for (SettingKey.Group group : SettingKey.Group.values()) {
      List<Entry> entries =
          Arrays.stream(SettingKey.values())
              .filter(key -> key.group() == group && rows.containsKey(key.key()))
              .map(
                  key ->
                      entry(
                          key,
                          Objects.requireNonNull(rows.get(key.key())),
                          settings,
                          form,
                          messages))
              .toList();
      groups.add(new Group(messages.text("settings.group." + Words.key(group)), entries));
    }
    return new SettingsPage(groups, form);
  }

  private static Entry entry(
      SettingKey key, Setting row, Settings settings, Form form, Messages messages) {
    boolean typed = form.values().containsKey(row.key());
    return new Entry(
        row.key(),
        row.description(),
        SettingInput.of(key, settings.isFixed(key), messages),
        typed ? form.value(row.key()) : row.value(),
        settings.isSet(key));
  }
}
