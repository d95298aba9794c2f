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

  /** Whether something is repaired is what a second look says, not what the repair hoped for. */
  @Override
  public List<Finding> repair() {
    List<Breach> before = look();
    before.stream().filter(breach -> breach.invariant().isRepairable()).forEach(this::mend);
    List<Breach> after = look();
    return Stream.concat(
            before.stream()
                .filter(breach -> after.stream().noneMatch(breach::isOfSameRule))
                .map(breach -> breach.finding(true)),
            after.stream().map(breach -> breach.finding(false)))
        .toList();
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
        breaches.addAll(InvoiceChecks.of(snapshot));
      }
    }
    return breaches;
  }

  private static Stream<Invariant> invariants() {
    return Stream.of(
            PeopleInvariants.all(),
            NetworkInvariants.all(),
            SubscriptionInvariants.all(),
            MoneyInvariants.all(),
            HouseInvariants.all())
        .flatMap(List::stream);
  }

  private static void ask(
      Snapshot snapshot, Invariant invariant, Instant now, List<Breach> breaches) {
    Parameters parameters = parameters(invariant.breaches(), Broken.of(""), now);
    List<Broken> broken =
        snapshot.query(
            invariant.breaches(),
            parameters,
            row ->
                new Broken(
                    row.text("broken"), invariant.isRepairedByCopying() ? row.text("wanted") : ""));
    if (!broken.isEmpty()) {
      breaches.add(new Breach(invariant, broken));
    }
  }

  private void mend(Breach breach) {
    SqliteFile file = files.apply(breach.invariant().file());
    Instant now = clock.instant();
    for (Broken row : breach.rows()) {
      file.write(() -> run(file, breach.invariant().repairs(), row, now));
    }
  }

  private static int run(SqliteFile file, List<String> repairs, Broken row, Instant now) {
    return repairs.stream()
        .mapToInt(statement -> file.update(statement, parameters(statement, row, now)))
        .sum();
  }

  private static Parameters parameters(String sql, Broken row, Instant now) {
    Parameters parameters = Parameters.none();
    if (sql.contains(":broken")) {
      parameters.and("broken", row.name());
    }
    if (sql.contains(":wanted")) {
      parameters.and("wanted", row.wanted());
    }
    return sql.contains(":now") ? parameters.and("now", now) : parameters;
  }

  /**
   * A row that breaks a rule.
   *
   * @param name what people and repairs find it by
   * @param wanted as JSON, what repairs copy into it; empty if they copy nothing
   */
  record Broken(String name, String wanted) {
    static Broken of(String name) {
      return new Broken(name, "");
    }
  }

  /** A broken invariant with all rows that break it. */
  record Breach(Invariant invariant, List<Broken> rows) {
    boolean isOfSameRule(Breach other) {
      return invariant.name().equals(other.invariant.name())
          && invariant.file() == other.invariant.file();
    }

    Finding finding(boolean repaired) {
      return new Finding(
          invariant.name(),
          invariant.file(),
          invariant.explanation(),
          rows.stream().limit(SHOWN).map(Broken::name).toList(),
          repaired);
    }
  }
}
