package com.truevault.sqlite.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of {@code database/README.md}: below a heading of the form {@code ### main.settings}
 * the columns, below a file's heading its tables with their kind, below the last the deviations.
 */
final class Readme {
  private final Map<String, String> kinds = new TreeMap<>();
  private final Map<String, Set<String>> columns = new TreeMap<>();
  private final Set<String> deviations = new TreeSet<>();
  private final Set<String> rules = new TreeSet<>();

  static Readme read() throws IOException {
    Readme readme = new Readme();
    String section = "";
    for (String line : Files.readAllLines(NineFiles.folder().resolve("README.md"))) {
      if (line.startsWith("#")) {
        section = line.replaceFirst("^#+ ", "");
      } else if (line.startsWith("| `")) {
        readme.add(section, line.split(" \\| ", -1));
      }
    }
    return readme;
  }

  private void add(String section, String[] cells) {
    String first = cells[0].substring("| `".length(), cells[0].lastIndexOf('`'));
    if (section.endsWith(".db") || section.equals("In every file")) {
      String file = section.endsWith(".db") ? section.replace(".db", ".") : "every.";
      kinds.put(file + first, cells[1]);
    } else if (section.startsWith("Deviations")) {
      (first.startsWith("rule: ") ? rules : deviations).add(first);
    } else {
      columns.computeIfAbsent(section, s -> new TreeSet<>()).add(first);
    }
  }

  /** Kind by file and table. What stands in every file is under {@code every}. */
  Map<String, String> kinds() {
    return kinds;
  }

  /** Documented columns by file and table. */
  Map<String, Set<String>> columns() {
    return columns;
  }

  Set<String> deviations() {
    return deviations;
  }

  Set<String> rules() {
    return rules;
  }
}
