package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  private static final Set<String> SINGLE_ROWS =
      Set.of("devices.address_pool", "servers.peer_list_epoch");

  private static final Set<String> TIMES = Set.of("datetime", "date", "time");

  @TempDir Path directory;
  private List<Table> tables = List.of();

  @BeforeEach
  void readTheNineFiles() throws Exception {
    tables = Tables.ofAllFiles(directory);
  }

  @Test
  void areAllStrict() {
    for (Table table : tables) {
      assertTrue(table.strict(), table.name());
    }
  }

  @Test
  void neverGiveAnIdTwice() {
    for (Table table : tables) {
      boolean counts = table.column("id").filter(Column::key).isPresent();
      if (counts && !SINGLE_ROWS.contains(table.name())) {
        assertTrue(table.sql().contains("id integer primary key autoincrement"), table.name());
      }
    }
  }

  @Test
  void nameEachIndexAfterItsTableAndColumns() {
    for (Table table : tables) {
      for (Index index : table.indexes()) {
        if (index.declared()) {
          assertEquals(
              "idx_" + table.shortName() + "_" + String.join("_", index.columns()),
              index.name(),
              table.name());
        }
      }
    }
  }

  @Test
  void haveNoIndexThatAnotherAlreadyGives() {
    for (Table table : tables) {
      for (Index index : table.indexes()) {
        boolean repeated =
            index.declared()
                && table.indexes().stream()
                    .filter(other -> !other.equals(index) && other.unique() && !other.partial())
                    .anyMatch(other -> other.columns().equals(index.columns()));
        assertFalse(repeated, index.name());
      }
    }
  }

  @Test
  void indexEveryForeignKeyAndSayWhatDeletingDoes() {
    for (Table table : tables) {
      for (Column column : table.columns()) {
        if (!column.references().isEmpty()) {
          String name = table.name() + "." + column.name();
          assertTrue(table.hasIndexStartingWith(List.of(column.name())), name);
          assertFalse(column.references().endsWith("no action"), name);
        }
      }
    }
  }

  @Test
  void checkEveryTimeAndEveryFlag() throws Exception {
    Specification specification = Specification.read();
    for (Table table : tables) {
      for (Column column : specification.tables.getOrDefault(table.name(), List.of())) {
        String name = table.name() + "." + column.name();
        if (TIMES.contains(column.type())) {
          assertTrue(table.sql().contains("check (" + column.name() + " glob"), name);
        } else if (column.type().equals("boolean")) {
          assertTrue(table.sql().contains("check (" + column.name() + " in (0, 1))"), name);
        }
      }
    }
  }

  @Test
  void checkTheTimesAddedToSection2() {
    for (Table table : tables) {
      for (Column column : table.columns()) {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (name.equals("at") || name.endsWith("_at")) {
          assertTrue(table.sql().contains("check (" + name + " glob"), table.name() + "." + name);
        }
      }
    }
  }
}
