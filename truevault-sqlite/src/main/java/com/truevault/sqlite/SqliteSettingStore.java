package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.setting.Setting;
import com.truevault.setting.SettingStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import java.time.Instant;
import java.util.List;

final class SqliteSettingStore implements SettingStore {
  private final SqliteFile main;

  SqliteSettingStore(SqliteFile main) {
    this.main = main;
  }

  @Override
  public List<Setting> all() {
    return main.query(
        """
        select setting_key, setting_value, description, updated_at
          from settings
         order by setting_key
        """,
        Parameters.none(),
        SqliteSettingStore::toSetting);
  }

  @Override
  public boolean update(String key, String value, Instant at) {
    return main.update(
            """
            update settings
               set setting_value = :value, updated_at = :at
             where setting_key = :key
            """,
            bind("key", key).and("value", value).and("at", at))
        > 0;
  }

  private static Setting toSetting(Row row) {
    return new Setting(
        row.text("setting_key"),
        row.text("setting_value"),
        row.textOrEmpty("description"),
        row.instant("updated_at"));
  }
}
