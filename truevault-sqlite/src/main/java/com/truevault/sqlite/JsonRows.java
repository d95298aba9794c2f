package com.truevault.sqlite;

import com.truevault.sqlite.jdbc.SqlTime;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one parameter, for {@code json_each}: one statement then does what thousands would.
 * For ids, keys, moments and numbers; text that people typed is refused. Not thread-safe.
 */
final class JsonRows {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_=+/:. -]*");

  private final StringJoiner rows = new StringJoiner(",", "[", "]");

  /** Adds a row of these values, to be taken out as {@code value ->> 0} and so on. */
  JsonRows add(@Nullable Object... values) {
    StringJoiner cells = new StringJoiner(",", "[", "]");
    for (Object value : values) {
      cells.add(cell(value));
    }
    rows.add(cells.toString());
    return this;
  }

  /** The rows as a JSON array of arrays. */
  String text() {
    return rows.toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null || value instanceof Long) {
      return String.valueOf(value);
    }
    String text = value instanceof Instant at ? SqlTime.text(at) : value.toString();
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("text is neither id, key nor moment: " + text.length());
    }
    return '"' + text + '"';
  }
}
