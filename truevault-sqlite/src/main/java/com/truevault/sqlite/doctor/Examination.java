package com.truevault.sqlite.doctor;

import com.truevault.sqlite.file.Snapshot;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import com.truevault.store.Doctor;
import com.truevault.store.Finding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The doctor: asks every invariant over one pinned moment of all nine files. Thread-safe. */
public final class Examination implements Doctor {
  private static final int SHOWN = 100;

  private final Supplier<Snapshot> snapshots;
  private final Function<DataFile, SqliteFile> files;
  private final InstantSource clock;

  /** Examines what the snapshots show and repairs the given files. */
  public Examination(
      Supplier<Snapshot> snapshots, Function<DataFile, SqliteFile> files, InstantSource clock) {
    this.snapshots = snapshots;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<Finding> examine() {
    return look().stream().map(breach -> breach.finding(false)).toList();
  }

  @Override
  public List<Finding> repair() {
    return look().stream().map(breach -> breach.finding(mend(breach))).toList();
  }

  private List<Breach> look() {
    Instant now = clock.instant();
    List<Breach> breaches = new ArrayList<>();
    try (Snapshot snapshot = snapshots.get()) {
      for (DataFile file : DataFile.values()) {
        breaches.addAll(FileChecks.of(snapshot, file));
      }
      // A damaged file would only make the other questions fail.
      if (breaches.isEmpty()) {
        invariants().forEach(invariant -> ask(snapshot, invariant, now, breaches));
      }
    }
    return breaches;
  }

  private static Stream<Invariant> invariants() {
    return Stream.of(PeopleInvariants.all(), NetworkInvariants.all(), HouseInvariants.all())
        .flatMap(List::stream);
  }

  private static void ask(
      Snapshot snapshot, Invariant invariant, Instant now, List<Breach> breaches) {
    Parameters parameters = parameters(invariant.breaches(), "", now);
    List<String> broken =
        snapshot.query(invariant.breaches(), parameters, row -> row.text("broken"));
    if (!broken.isEmpty()) {
      breaches.add(new Breach(invariant, broken));
    }
  }

  private boolean mend(Breach breach) {
    Invariant invariant = breach.invariant();
    SqliteFile file = files.apply(invariant.file());
    Instant now = clock.instant();
    for (String row : breach.rows()) {
      if (invariant.isRepairable()) {
        file.write(() -> run(file, invariant.repairs(), row, now));
      }
    }
    return invariant.isRepairable();
  }

  private static int run(SqliteFile file, List<String> repairs, String row, Instant now) {
    return repairs.stream()
        .mapToInt(statement -> file.update(statement, parameters(statement, row, now)))
        .sum();
  }

  private static Parameters parameters(String sql, String row, Instant now) {
    Parameters parameters = Parameters.none();
    if (sql.contains(":broken")) {
      parameters.and("broken", row);
    }
    return sql.contains(":now") ? parameters.and("now", now) : parameters;
  }

  /** A broken invariant with all rows that break it. */
  record Breach(Invariant invariant, List<String> rows) {
    Finding finding(boolean repaired) {
      return new Finding(
          invariant.name(),
          invariant.file(),
          invariant.explanation(),
          rows.subList(0, Math.min(rows.size(), SHOWN)),
          repaired);
    }
  }
}
