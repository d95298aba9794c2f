package com.truevault.sqlite.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table of one of the nine files.
 *
 * @param name file and table, such as {@code main.settings}
 * @param sql the statement that made it
 */
record Table(String name, boolean strict, String sql, List<Column> columns, List<Index> indexes) {

  String file() {
    return name.substring(0, name.indexOf('.'));
  }

  String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  Optional<Column> column(String column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  boolean hasIndexStartingWith(List<String> wanted) {
    return indexes.stream()
        .map(Index::columns)
        .anyMatch(c -> c.size() >= wanted.size() && c.subList(0, wanted.size()).equals(wanted));
  }
}
