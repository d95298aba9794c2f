package com.truevault.sqlite.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the files with section 2. What follows from one of the {@link #RULES} counts as agreed;
 * everything else is a deviation of its own, by the name under which the README lists it.
 */
final class Deviations {
  static final Set<String> RULES =
      Set.of(
          "rule: times",
          "rule: flags",
          "rule: money",
          "rule: defaults",
          "rule: ids",
          "rule: files",
          "rule: checks",
          "rule: indexes",
          "rule: scripts",
          "rule: examples");
  private static final Set<String> TIMES = Set.of("datetime", "date", "time");
  private static final Set<String> MONEY = Set.of("real", "decimal");

  private final Specification wanted;
  private final Map<String, Table> tables;
  private final Map<String, Set<String>> found = new TreeMap<>();

  private Deviations(Specification wanted, List<Table> tables) {
    this.wanted = wanted;
    this.tables = tables.stream().collect(Collectors.toMap(Table::name, Function.identity()));
  }

  /** Names of what deviates, such as {@code users.users.status}, each with its aspects. */
  static Map<String, Set<String>> of(Specification wanted, List<Table> tables) {
    Deviations deviations = new Deviations(wanted, tables);
    wanted.tables.keySet().forEach(deviations::compare);
    wanted.indexes.forEach(deviations::compareIndex);
    wanted.uniques.forEach(deviations::compareUnique);
    return deviations.found;
  }

  private Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("section 2 asks for the table " + name);
    }
    return table;
  }

  private void compare(String name) {
    Table table = table(name);
    List<Column> columns = wanted.tables.getOrDefault(name, List.of());
    for (Column column : columns) {
      table
          .column(column.name())
          .ifPresentOrElse(
              actual -> compare(table, column, actual),
              () -> note(name + "." + column.name(), "missing"));
    }
    Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
    for (Column actual : table.columns()) {
      if (!known.contains(actual.name()) && !belongsToMoney(actual.name(), columns)) {
        note(name + "." + actual.name(), "added");
      }
    }
    for (Index index : table.indexes()) {
      boolean alone = index.columns().size() == 1 && !index.partial();
      Specification.Columns own = new Specification.Columns(name, index.columns());
      if (index.unique() && !alone && !wanted.uniques.contains(own)) {
        note(name + "(" + String.join(", ", index.columns()) + ")", "unique");
      }
    }
  }

  private static boolean belongsToMoney(String name, List<Column> columns) {
    return columns.stream()
        .filter(c -> MONEY.contains(c.type()))
        .anyMatch(c -> name.equals("currency") || name.equals(c.name() + "_minor"));
  }

  private void compare(Table table, Column column, Column actual) {
    String name = table.name() + "." + column.name();
    if (MONEY.contains(column.type())) {
      compareMoney(table, column, actual);
      return;
    }
    String type = TIMES.contains(column.type()) ? "text" : column.type();
    noteUnless(actual.type().equals(type.equals("boolean") ? "integer" : type), name, "type");
    noteUnless(actual.unique() == column.unique(), name, "unique");
    noteUnless(actual.values().equals(column.values()), name, "values");
    String references = staysInFile(table, column) ? column.references() : "";
    noteUnless(actual.references().equals(references), name, "references");
    boolean stamped = column.initial().equals("current_timestamp");
    noteUnless(actual.initial().equals(stamped ? "" : column.initial()), name, "default");
    boolean required = column.required() || !column.initial().isEmpty();
    noteUnless(column.key() || actual.required() == required, name, "not null");
  }

  private void compareMoney(Table table, Column column, Column actual) {
    String name = table.name() + "." + column.name();
    boolean computed = actual.generated() && actual.type().equals("real");
    boolean minor =
        table
            .column(column.name() + "_minor")
            .filter(m -> m.type().equals("integer"))
            .filter(m -> m.required() == (column.required() || !column.initial().isEmpty()))
            .isPresent();
    noteUnless(computed && minor && table.column("currency").isPresent(), name, "money");
  }

  private boolean staysInFile(Table table, Column column) {
    String target = column.references().split(" ", -1)[0];
    return wanted.tables.containsKey(table.file() + "." + target);
  }

  private void compareIndex(Specification.Columns index) {
    noteUnless(
        table(index.table()).hasIndexStartingWith(index.names()),
        index.table() + "(" + String.join(", ", index.names()) + ")",
        "index");
  }

  private void compareUnique(Specification.Columns unique) {
    noteUnless(
        table(unique.table()).indexes().stream()
            .anyMatch(i -> i.unique() && i.columns().equals(unique.names())),
        unique.table() + "(" + String.join(", ", unique.names()) + ")",
        "unique");
  }

  private void noteUnless(boolean same, String name, String aspect) {
    if (!same) {
      note(name, aspect);
    }
  }

  private void note(String name, String aspect) {
    found.computeIfAbsent(name, n -> new TreeSet<>()).add(aspect);
  }
}
