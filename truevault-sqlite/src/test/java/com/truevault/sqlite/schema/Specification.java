package com.truevault.sqlite.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What section 2 asks for, read from {@code section-2.txt}. */
final class Specification {
  private static final Pattern COLUMN =
      Pattern.compile(
          "column (\\w+\\.\\w+)\\.(\\w+) (\\w+)( primary key)?( autoincrement)?( not null)?( unique)?"
              + "( default (\\S+))?( references (\\w+)\\(\\w+\\)( on delete cascade)?)?( \\{(\\S+)})?");

  final Map<String, List<Column>> tables = new LinkedHashMap<>();
  final List<Columns> uniques = new ArrayList<>();
  final List<Columns> indexes = new ArrayList<>();

  /** Some columns of a table, in order. */
  record Columns(String table, List<String> names) {
    private static Columns of(String line) {
      String[] parts = line.split(" ", -1);
      return new Columns(parts[1], List.of(parts[2].split(",", -1)));
    }
  }

  static Specification read() throws IOException {
    try (InputStream in = Specification.class.getResourceAsStream("section-2.txt")) {
      if (in == null) {
        throw new IOException("section-2.txt is not on the class path");
      }
      Specification specification = new Specification();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(specification::add);
      return specification;
    }
  }

  private void add(String line) {
    Matcher column = COLUMN.matcher(line);
    if (column.matches()) {
      tables.computeIfAbsent(column.group(1), t -> new ArrayList<>()).add(column(column));
    } else if (line.startsWith("unique ")) {
      uniques.add(Columns.of(line));
    } else if (line.startsWith("index ")) {
      indexes.add(Columns.of(line));
    } else {
      throw new IllegalArgumentException("cannot read: " + line);
    }
  }

  private static Column column(MatchResult m) {
    String references =
        m.group(11) == null
            ? ""
            : m.group(11) + (m.group(12) == null ? " on delete no action" : m.group(12));
    return new Column(
        m.group(2),
        m.group(3),
        m.group(4) != null,
        m.group(6) != null,
        m.group(9) == null ? "" : m.group(9),
        m.group(7) != null,
        false,
        references,
        m.group(14) == null ? Set.of() : new TreeSet<>(List.of(m.group(14).split(",", -1))));
  }
}
