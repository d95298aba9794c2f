package com.truevault.sqlite.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.sqlite.jdbc.Script;
import com.truevault.store.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptsTest {
  private static final Path DATABASE = Path.of(System.getProperty("project.root"), "database");

  @Test
  void theIndexNamesEveryScriptOfTheFolder() throws IOException {
    List<String> indexed = new ArrayList<>();
    for (DataFile file : DataFile.values()) {
      Scripts.bundled().of(file).forEach(s -> indexed.add(file.folder() + "/" + s.name()));
    }
    try (Stream<Path> paths = Files.walk(DATABASE)) {
      List<String> found =
          paths
              .filter(path -> path.toString().endsWith(".sql"))
              .map(path -> DATABASE.relativize(path).toString())
              .sorted()
              .toList();
      assertEquals(found, indexed.stream().sorted().toList(), "update scripts.txt");
    }
  }

  @Test
  void everyScriptSplitsIntoStatements() {
    Arrays.stream(DataFile.values())
        .flatMap(file -> Scripts.bundled().of(file).stream())
        .forEach(script -> assertTrue(!Script.statements(script.sql()).isEmpty(), script.name()));
  }
}
