package com.truevault.web.http;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.store.PageRequest;
import java.util.List;
import java.util.function.Function;

/**
 * Which part of a list a request asks for.
 *
 * @param limit 1 to 100
 * @param cursor empty for the first part
 */
public record Listing(int limit, String cursor) {
  private static final int USUAL = 50;
  private static final int MAX = 100;

  /** Reads {@code limit} and {@code cursor}; see {@link Route#paged()}. */
  public static Listing of(Request request) {
    return new Listing(
        request.query().number("limit", USUAL, 1, MAX), request.query().text("cursor", ""));
  }

  /** The part of a list that a store pages by number. */
  public PageRequest request() {
    if (!cursor.matches("[0-9]{0,18}")) {
      throw unknownCursor();
    }
    return new PageRequest(cursor.isEmpty() ? 0 : Long.parseLong(cursor), limit);
  }

  /**
   * The part of a list that is read as a whole.
   *
   * @param id what names an item; also its cursor
   */
  public <D, T> PageJson<T> slice(List<D> all, Function<D, String> id, Function<D, T> render) {
    int from = cursor.isEmpty() ? 0 : all.stream().map(id).toList().indexOf(cursor) + 1;
    if (from == 0 && !cursor.isEmpty()) {
      throw unknownCursor();
    }
    int to = Math.min(all.size(), from + limit);
    return new PageJson<>(
        all.subList(from, to).stream().map(render).toList(),
        to == all.size() ? null : id.apply(all.get(to - 1)));
  }

  /** The refusal of a cursor that no answer gave. */
  public static TrueVaultException unknownCursor() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "cursor-invalid",
        "cursor is not one this list gave, or its item is gone; list again from the start");
  }
}
