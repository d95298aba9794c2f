package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.theme.ThemeElement;
import com.truevault.theme.ThemeStore;
import java.time.Instant;
import java.util.List;

final class SqliteThemeStore implements ThemeStore {
  private final SqliteFile main;

  SqliteThemeStore(SqliteFile main) {
    this.main = main;
  }

  @Override
  public List<ThemeElement> all() {
    return main.query(
        """
        select element_name, element_value, element_category, description, updated_at
          from theme
         order by id
        """,
        Parameters.none(),
        SqliteThemeStore::toElement);
  }

  @Override
  public boolean update(String name, String value, Instant at) {
    return main.update(
            """
            update theme
               set element_value = :value, updated_at = :at
             where element_name = :name
            """,
            bind("name", name).and("value", value).and("at", at))
        > 0;
  }

  private static ThemeElement toElement(Row row) {
    return new ThemeElement(
        row.text("element_name"),
        row.text("element_value"),
        row.text("element_category"),
        row.textOrEmpty("description"),
        row.instant("updated_at"));
  }
}
