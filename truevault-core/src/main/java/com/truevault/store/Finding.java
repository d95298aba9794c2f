package com.truevault.store;

import java.util.List;

/**
 * Something the doctor found.
 *
 * @param invariant the name of the rule that is broken, such as {@code device-without-user}
 * @param file where the rows are
 * @param explanation what is wrong and what repairing would do
 * @param rows what names the rows; at most 100
 * @param repaired whether it was repaired just now
 */
public record Finding(
    String invariant, DataFile file, String explanation, List<String> rows, boolean repaired) {
  /** Copies the rows. */
  public Finding {
    rows = List.copyOf(rows);
  }
}
