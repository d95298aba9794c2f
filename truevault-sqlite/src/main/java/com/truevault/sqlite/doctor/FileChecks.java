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
    List<String> damage =
        snapshot.query(
            "select quick_check as broken from pragma_quick_check where schema = '"
                + file.folder()
                + "' and quick_check <> 'ok'",
            Parameters.none(),
            row -> row.text("broken"));
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
            "select \"table\" || ' ' || coalesce(rowid, '') as broken"
                + " from pragma_foreign_key_check where schema = '"
                + file.folder()
                + "'",
            Parameters.none(),
            row -> row.text("broken"));
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
