package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows by an id that is never used again, oldest first. */
final class InMemoryTable<V> {
  private final InMemoryTransactions transactions;
  private final InMemoryFile file;
  // Both belong to whoever writes the file.
  private long lastId;
  private long committedId;

  InMemoryTable(InMemoryTransactions transactions, DataFile file) {
    this.transactions = transactions;
    this.file = transactions.file(file);
  }

  /** Keeps or takes back the ids that a transaction gave. */
  void end(boolean committed) {
    if (committed) {
      committedId = lastId;
    } else {
      lastId = committedId;
    }
  }

  DataFile file() {
    return file.name();
  }

  NavigableMap<Long, V> rows() {
    return file.rows(this);
  }

  Stream<V> all() {
    return rows().values().stream();
  }

  Optional<V> first(Predicate<V> wanted) {
    return all().filter(wanted).findFirst();
  }

  boolean has(Predicate<V> wanted) {
    return all().anyMatch(wanted);
  }

  void add(V row) {
    add(id -> row);
  }

  /** Adds a row that holds its own id; returns the id. */
  long add(LongFunction<V> row) {
    return transactions.write(
        file(),
        () -> {
          lastId++;
          file.ownRows(this).put(lastId, row.apply(lastId));
          return lastId;
        });
  }

  /** Changes every such row; returns how many there were. */
  int change(Predicate<V> wanted, UnaryOperator<V> change) {
    return transactions.write(
        file(),
        () -> {
          List<Map.Entry<Long, V>> found =
              rows().entrySet().stream().filter(row -> wanted.test(row.getValue())).toList();
          found.forEach(row -> file.ownRows(this).put(row.getKey(), change.apply(row.getValue())));
          return found.size();
        });
  }

  /** Removes every such row; returns how many there were. */
  int remove(Predicate<V> wanted) {
    return transactions.write(
        file(),
        () -> {
          List<Long> found =
              rows().entrySet().stream()
                  .filter(row -> wanted.test(row.getValue()))
                  .map(Map.Entry::getKey)
                  .toList();
          found.forEach(id -> file.ownRows(this).remove(id));
          return found.size();
        });
  }

  /** Such rows behind the last one seen. */
  Page<V> page(PageRequest request, Predicate<V> wanted) {
    return page(rows().tailMap(request.after(), false), request, wanted);
  }

  /** Such rows before the last one seen, newest first. */
  Page<V> newestFirst(PageRequest request, Predicate<V> wanted) {
    NavigableMap<Long, V> rows = rows();
    return page(
        (request.after() == 0 ? rows : rows.headMap(request.after(), false)).descendingMap(),
        request,
        wanted);
  }

  private static <V> Page<V> page(
      NavigableMap<Long, V> rows, PageRequest request, Predicate<V> wanted) {
    List<Map.Entry<Long, V>> found =
        rows.entrySet().stream()
            .filter(row -> wanted.test(row.getValue()))
            .limit(request.limit() + 1L)
            .toList();
    Page<Map.Entry<Long, V>> page = Page.of(found, request, Map.Entry::getKey);
    return new Page<>(page.items().stream().map(Map.Entry::getValue).toList(), page.next());
  }
}
