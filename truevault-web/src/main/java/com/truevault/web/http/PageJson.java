package com.truevault.web.http;

import com.truevault.store.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as JSON.
 *
 * @param next what to send as {@code cursor} for the next items; null at the end
 */
public record PageJson<T>(List<T> items, @Nullable String next) {

  /** A page that a store gave. */
  public static <D, T> PageJson<T> of(Page<D> page, Function<D, T> render) {
    return new PageJson<>(
        page.items().stream().map(render).toList(),
        page.next() == 0 ? null : Long.toString(page.next()));
  }

  /** A list that is always short enough for one page. */
  public static <D, T> PageJson<T> whole(List<D> all, Function<D, T> render) {
    return new PageJson<>(all.stream().map(render).toList(), null);
  }
}
