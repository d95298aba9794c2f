package com.truevault.sqlite.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the tables of a file from SQLite's own catalogue. */
final class Tables {
  private static final Pattern VALUES = Pattern.compile("check \\(\\s*(\\w+) in \\(([^)]*)\\)");
  private static final Pattern NO_VALUE = Pattern.compile("check \\((\\w+) is null\\)");
  private static final Pattern VALUE = Pattern.compile("'([^']*)'");

  private final Connection connection;
  private final String file;

  private Tables(Connection connection, String file) {
    this.connection = connection;
    this.file = file;
  }

  /** Every table of the nine files, made fresh in the directory. */
  static List<Table> ofAllFiles(Path directory) throws IOException, SQLException {
    List<Table> tables = new ArrayList<>();
    for (String file : NineFiles.NAMES) {
      try (Connection connection = NineFiles.create(directory, file)) {
        tables.addAll(new Tables(connection, file).read());
      }
    }
    return tables;
  }

  private List<Table> read() throws SQLException {
    List<Table> tables = new ArrayList<>();
    for (Row row :
        rows(
            """
            select l.name, l.strict, m.sql
              from pragma_table_list l join sqlite_schema m on m.name = l.name
             where l.schema = 'main' and l.type = 'table' and l.name not like 'sqlite_%'
             order by l.name
            """)) {
      String name = row.text("name");
      List<Index> indexes = indexes(name);
      List<Column> columns = columns(name, row.text("sql"), indexes);
      tables.add(
          new Table(file + "." + name, row.flag("strict"), row.text("sql"), columns, indexes));
    }
    return tables;
  }

  private List<Index> indexes(String table) throws SQLException {
    List<Index> indexes = new ArrayList<>();
    for (Row row : rows("select * from pragma_index_list('" + table + "')")) {
      String name = row.text("name");
      List<String> columns =
          rows("select name from pragma_index_info('" + name + "') order by seqno").stream()
              .map(c -> c.text("name"))
              .toList();
      boolean declared = row.text("origin").equals("c");
      indexes.add(new Index(name, columns, row.flag("unique"), row.flag("partial"), declared));
    }
    return indexes;
  }

  private List<Column> columns(String table, String sql, List<Index> indexes) throws SQLException {
    Map<String, String> references = references(table);
    Map<String, Set<String>> values = values(sql);
    List<Column> columns = new ArrayList<>();
    for (Row row : rows("select * from pragma_table_xinfo('" + table + "')")) {
      String name = row.text("name");
      Predicate<Index> ownUnique =
          i -> i.unique() && !i.partial() && i.columns().equals(List.of(name));
      columns.add(
          new Column(
              name,
              row.text("type").toLowerCase(Locale.ROOT),
              row.flag("pk"),
              row.flag("notnull"),
              row.text("dflt_value"),
              indexes.stream().anyMatch(ownUnique),
              !row.text("hidden").equals("0"),
              references.getOrDefault(name, ""),
              values.getOrDefault(name, Set.of())));
    }
    return columns;
  }

  private Map<String, String> references(String table) throws SQLException {
    Map<String, String> references = new HashMap<>();
    for (Row row : rows("select * from pragma_foreign_key_list('" + table + "')")) {
      String action = row.text("on_delete").toLowerCase(Locale.ROOT);
      references.put(row.text("from"), row.text("table") + " on delete " + action);
    }
    return references;
  }

  private static Map<String, Set<String>> values(String sql) {
    Map<String, Set<String>> values = new HashMap<>();
    Matcher check = VALUES.matcher(sql);
    while (check.find()) {
      Set<String> allowed = new TreeSet<>();
      VALUE.matcher(check.group(2)).results().forEach(v -> allowed.add(v.group(1)));
      values.put(check.group(1), allowed);
    }
    NO_VALUE.matcher(sql).results().forEach(v -> values.put(v.group(1), Set.of("null")));
    return values;
  }

  private List<Row> rows(String sql) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        Map<String, String> row = new HashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          String value = result.getString(i);
          row.put(result.getMetaData().getColumnName(i), value == null ? "" : value);
        }
        rows.add(new Row(row));
      }
    }
    return rows;
  }

  private record Row(Map<String, String> values) {
    String text(String name) {
      return values.getOrDefault(name, "");
    }

    boolean flag(String name) {
      return !text(name).equals("0");
    }
  }
}
