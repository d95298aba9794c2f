package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationTest {
  @TempDir Path directory;

  @Test
  void theListHoldsThe31TablesOfSection2() throws Exception {
    Map<String, Integer> tables = new HashMap<>();
    for (String table : Specification.read().tables.keySet()) {
      tables.merge(table.substring(0, table.indexOf('.')), 1, Integer::sum);
    }
    assertEquals(
        Map.of(
            "main",
            3,
            "users",
            2,
            "devices",
            2,
            "servers",
            2,
            "billing",
            4,
            "forms",
            3,
            "campaigns",
            6,
            "builder",
            3,
            "tutorials",
            6),
        tables);
  }

  @Test
  void everyTableAndColumnOfSection2Stands() throws Exception {
    List<Table> tables = Tables.ofAllFiles(directory);
    Specification.read()
        .tables
        .forEach(
            (name, columns) -> {
              Table table =
                  tables.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
              for (Column column : columns) {
                assertTrue(
                    table.column(column.name()).isPresent(), () -> name + "." + column.name());
              }
            });
  }

  @Test
  void everyDeviationIsListedAndEveryListedOneIsReal() throws Exception {
    Map<String, Set<String>> found =
        Deviations.of(Specification.read(), Tables.ofAllFiles(directory));
    Set<String> listed = Readme.read().deviations();
    assertEquals(Set.of(), without(found.keySet(), listed), "deviations the README lacks");
    assertEquals(Set.of(), without(listed, found.keySet()), "deviations that are none");
  }

  @Test
  void everyGeneralRuleIsListed() throws Exception {
    assertEquals(Deviations.RULES, Readme.read().rules());
  }

  private static Set<String> without(Set<String> names, Set<String> others) {
    Set<String> rest = new TreeSet<>(names);
    rest.removeAll(others);
    return rest;
  }
}
