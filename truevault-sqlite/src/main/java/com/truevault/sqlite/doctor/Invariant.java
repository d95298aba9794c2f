package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.List;

/**
 * A rule that must hold.
 *
 * @param name stable, such as {@code device-without-user}
 * @param file where the rows of a breach are
 * @param explanation what a breach means and what repairing does
 * @param breaches a query over all nine files whose column {@code broken} names each row of a
 *     breach; may use {@code :now}. Where repairs use {@code :wanted}, its column of that name
 *     holds as JSON what the other files say the row should hold
 * @param repairs statements on the file, run in one transaction for each row; may use {@code
 *     :broken}, {@code :wanted} and {@code :now}. Empty where only a person can decide
 */
record Invariant(
    String name, DataFile file, String explanation, String breaches, List<String> repairs) {

  static Invariant of(String name, DataFile file, String explanation, String breaches) {
    return new Invariant(name, file, explanation, breaches, List.of());
  }

  Invariant repairedBy(String... statements) {
    return new Invariant(name, file, explanation, breaches, List.of(statements));
  }

  boolean isRepairable() {
    return !repairs.isEmpty();
  }

  boolean isRepairedByCopying() {
    return repairs.stream().anyMatch(statement -> statement.contains(":wanted"));
  }
}
