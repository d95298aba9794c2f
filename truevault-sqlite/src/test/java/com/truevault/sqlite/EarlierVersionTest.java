package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.migration.Scripts;
import com.truevault.store.DataFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one version wrote, every later one opens, and no row is lost or changed on the way. */
class EarlierVersionTest {
  private static final Map<DataFile, String> ROWS =
      new EnumMap<>(
          Map.of(
              DataFile.MAIN,
              """
              insert into vip_users (email, email_canonical, added_date, public_id)
              values ('ada@example.com', 'ada@example.com', %s, 'vip-entry-one')
              """,
              DataFile.USERS,
              DoctorTest.USER,
              DataFile.DEVICES,
              DoctorTest.DEVICE,
              DataFile.SERVERS,
              DoctorTest.SERVER,
              DataFile.BILLING,
              DoctorTest.subscription("one", "family", "active"),
              DataFile.FORMS,
              """
              insert into forms (form_name, form_slug, fields_json, settings_json)
              values ('Own', 'own', '[]', '{}')
              """,
              DataFile.CAMPAIGNS,
              """
              insert into holiday_pricing (holiday_name, holiday_date, personal_price_minor,
                                           family_price_minor, business_price_minor)
              values ('Own', '2026-05-05', 1, 2, 3)
              """,
              DataFile.BUILDER,
              """
              insert into custom_tables (table_name, display_name, created_at, updated_at)
              values ('own', 'Own', %1$s, %1$s)
              """,
              DataFile.TUTORIALS,
              """
              insert into lessons (lesson_number, category, title, duration_minutes, difficulty,
                                   created_at)
              values (99, 'forms', 'Own', 1, 'beginner', %s)
              """));

  @TempDir Path folder;

  static Stream<Arguments> pairs() {
    int newest =
        Stream.of(DataFile.values()).mapToInt(f -> Scripts.bundled().of(f).size()).max().orElse(0);
    return IntStream.rangeClosed(1, newest)
        .boxed()
        .flatMap(
            from -> IntStream.rangeClosed(from, newest).mapToObj(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest(name = "from {0} to {1}")
  @MethodSource("pairs")
  void opensWithAllItsRowsInEveryLaterOne(int from, int to) {
    SqliteConfig config = SqliteConfig.of(folder);
    Map<DataFile, Map<String, List<String>>> written = new EnumMap<>(DataFile.class);
    try (SqliteStorage storage = SqliteStorage.open(config, Scripts.bundled().upTo(from))) {
      for (DataFile file : DataFile.values()) {
        SqliteFile open = storage.files().get(file);
        open.update(ROWS.getOrDefault(file, "").formatted(DoctorTest.AT), Parameters.none());
        written.put(file, rows(open, tables(open)));
      }
    }
    try (SqliteStorage storage = SqliteStorage.open(config, Scripts.bundled().upTo(to))) {
      for (DataFile file : DataFile.values()) {
        SqliteFile open = storage.files().get(file);
        assertEquals(
            Math.min(to, Scripts.bundled().of(file).size()),
            SqliteStorageTest.version(storage, file));
        Map<String, List<String>> before = written.getOrDefault(file, Map.of());
        assertFalse(before.isEmpty());
        rows(open, before.keySet())
            .forEach(
                (query, found) ->
                    assertTrue(found.containsAll(before.getOrDefault(query, List.of())), query));
      }
    }
  }

  /**
   * For each table, the query for all that this version knows of its rows, but for our own texts.
   */
  private static List<String> tables(SqliteFile file) {
    return file.query(
        """
        select 'select ' || group_concat('quote(' || c.name || ')', ' || '','' || ')
               || ' as line from ' || t.name as query
          from sqlite_schema t, pragma_table_info(t.name) c
         where t.type = 'table'
           and t.name not like 'sqlite%'
           and t.name || '.' || c.name <> 'settings.description'
         group by t.name
        """,
        Parameters.none(), row -> row.text("query"));
  }

  private static Map<String, List<String>> rows(SqliteFile file, Iterable<String> queries) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String query : queries) {
      rows.put(
          query, new ArrayList<>(file.query(query, Parameters.none(), row -> row.text("line"))));
    }
    return rows;
  }
}
