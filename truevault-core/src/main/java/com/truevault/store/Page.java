package com.truevault.store;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One part of a long list.
 *
 * @param items the rows, never null
 * @param next what {@link PageRequest#after()} must be for the next part; 0 when this is the last
 */
public record Page<T>(List<T> items, long next) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page out of rows read with a limit of one more than asked for.
   *
   * @param rows up to {@code request.limit() + 1} rows in list order
   * @param id what identifies a row in the list's order
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, ToLongFunction<T> id) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, 0);
    }
    List<T> kept = rows.subList(0, request.limit());
    return new Page<>(kept, id.applyAsLong(kept.get(kept.size() - 1)));
  }
}
