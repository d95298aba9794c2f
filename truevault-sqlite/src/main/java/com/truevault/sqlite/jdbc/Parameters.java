package com.truevault.sqlite.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one statement. Text, whole numbers, byte arrays and null are stored as they
 * are, flags as 0 and 1, moments by {@link SqlTime}, enum constants as their names in lower case.
 * Not thread-safe.
 */
public final class Parameters {
  private final List<String> names = new ArrayList<>(8);
  private final List<@Nullable Object> values = new ArrayList<>(8);

  private Parameters() {}

  /** No values. */
  public static Parameters none() {
    return new Parameters();
  }

  /** Starts with one value. */
  public static Parameters bind(String name, @Nullable Object value) {
    return new Parameters().and(name, value);
  }

  /**
   * Adds one value.
   *
   * @throws IllegalArgumentException if the name is taken or the type is none of the above
   */
  public Parameters and(String name, @Nullable Object value) {
    if (names.contains(name)) {
      throw new IllegalArgumentException("parameter is bound twice: " + name);
    }
    names.add(name);
    values.add(stored(value));
    return this;
  }

  int size() {
    return names.size();
  }

  @Nullable Object value(String name, String sql) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("parameter :" + name + " is not bound in: " + sql);
    }
    return values.get(at);
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Long
        || value instanceof Integer
        || value instanceof byte[]) {
      return value;
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Instant instant) {
      return SqlTime.text(instant);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    throw new IllegalArgumentException("no stored form for a " + value.getClass().getName());
  }

  /** The names alone, for values may be secret. */
  @Override
  public String toString() {
    return "Parameters" + names;
  }
}
