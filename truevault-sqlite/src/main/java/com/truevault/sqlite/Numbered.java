package com.truevault.sqlite;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.util.List;

/** A value together with the row id that orders its list. */
record Numbered<T>(long id, T value) {

  /** Makes a page out of up to one row more than asked for. */
  static <T> Page<T> page(List<Numbered<T>> rows, PageRequest request) {
    Page<Numbered<T>> page = Page.of(rows, request, Numbered::id);
    return new Page<>(page.items().stream().map(Numbered::value).toList(), page.next());
  }
}
