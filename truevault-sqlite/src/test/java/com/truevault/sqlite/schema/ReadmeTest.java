package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Set<String> SHARED = Set.of("outbox", "inbox");

  @TempDir Path directory;

  @Test
  void listsEveryTableWithItsKindAndNoOther() throws Exception {
    Set<String> specified = Specification.read().tables.keySet();
    Map<String, String> kinds = new TreeMap<>();
    kinds.put("every.schema_history", "infrastructure");
    for (Table table : tables()) {
      kinds.put(
          documentedName(table), specified.contains(table.name()) ? "specified" : "infrastructure");
    }
    assertEquals(lines(kinds), lines(Readme.read().kinds()));
  }

  @Test
  void describesEveryColumnAndNoOther() throws Exception {
    Map<String, Set<String>> columns = new TreeMap<>();
    columns.put("every.schema_history", Set.of("applied_at", "script", "sha256", "version"));
    for (Table table : tables()) {
      Set<String> names = new TreeSet<>();
      table.columns().forEach(c -> names.add(c.name()));
      columns.put(documentedName(table), names);
    }
    assertEquals(lines(columns), lines(new TreeMap<>(Readme.read().columns())));
  }

  private List<Table> tables() throws IOException, SQLException {
    return Tables.ofAllFiles(directory);
  }

  private static String documentedName(Table table) {
    return SHARED.contains(table.shortName()) ? "every." + table.shortName() : table.name();
  }

  private static String lines(Map<String, ?> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(
        (key, value) -> lines.append(key).append(' ').append(sorted(value)).append('\n'));
    return lines.toString();
  }

  private static Object sorted(Object value) {
    return value instanceof Set<?> set
        ? set.stream().map(String::valueOf).sorted().toList()
        : value;
  }
}
