package com.truevault.sqlite.doctor;

import com.truevault.sqlite.file.Snapshot;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import java.util.ArrayList;
import java.util.List;

/** What SQLite itself can say of a file: is it whole, and do its foreign keys hold. */
final class FileChecks {
  private FileChecks() {}

  static List<Examination.Breach> of(Snapshot snapshot, DataFile file) {
    List<Examination.Breach> breaches = new ArrayList<>();
    // As statements: the functions of the same names find nothing when they are given a schema
    // only.
    List<String> damage =
        snapshot
            .query(
                "pragma " + file.folder() + ".quick_check",
                Parameters.none(),
                row -> row.text("quick_check"))
            .stream()
            .filter(line -> !line.equals("ok"))
            .toList();
    if (!damage.isEmpty()) {
      breaches.add(
          breach(
              "file-damaged",
              file,
              "the file is damaged; put a copy of all nine files back",
              damage));
    }
    List<String> orphans =
        snapshot.query(
            "pragma " + file.folder() + ".foreign_key_check",
            Parameters.none(),
            row -> row.text("table") + " " + row.textOrEmpty("rowid"));
    if (!orphans.isEmpty()) {
      breaches.add(
          breach("row-without-parent", file, "a row's parent in the same file is gone", orphans));
    }
    return breaches;
  }

  private static Examination.Breach breach(
      String name, DataFile file, String explanation, List<String> rows) {
    return new Examination.Breach(
        Invariant.of(name, file, explanation, ""),
        rows.stream().map(Examination.Broken::of).toList());
  }
}
