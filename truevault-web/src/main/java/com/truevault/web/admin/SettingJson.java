package com.truevault.web.admin;

import com.truevault.setting.Setting;
import com.truevault.setting.SettingKey;
import com.truevault.setting.SettingKey.Group;
import com.truevault.setting.SettingType;
import com.truevault.setting.Settings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One setting.
 *
 * @param settingValue as text; null for a secret, which can be written but never read
 * @param isSet whether it has a value
 */
public record SettingJson(
    String settingKey,
    @Nullable String settingValue,
    SettingType settingType,
    Group group,
    String description,
    boolean isSecret,
    boolean isSet,
    Instant updatedAt) {

  static SettingJson from(Settings settings, Setting setting) {
    SettingKey key = Settings.key(setting.key());
    return new SettingJson(
        setting.key(),
        key.isSecret() ? null : setting.value(),
        key.type(),
        key.group(),
        setting.description(),
        key.isSecret(),
        settings.isSet(key),
        setting.updatedAt());
  }
}
