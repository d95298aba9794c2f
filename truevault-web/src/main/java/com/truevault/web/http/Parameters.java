package com.truevault.web.http;

import com.truevault.web.json.InvalidFieldsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query or the fields of a form. Each name has one value: a request that gives
 * a name twice is refused, so that no two readers can see different values.
 */
public final class Parameters {
  static final Parameters NONE = new Parameters(Map.of());
  private static final int MAX_COUNT = 200;

  private final Map<String, String> values;

  private Parameters(Map<String, String> values) {
    this.values = values;
  }

  static Parameters parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return NONE;
    }
    Map<String, String> values = new LinkedHashMap<>();
    int start = 0;
    while (start <= text.length()) {
      int ampersand = text.indexOf('&', start);
      int end = ampersand < 0 ? text.length() : ampersand;
      if (end > start) {
        add(values, text.substring(start, end));
      }
      start = end + 1;
    }
    return new Parameters(values);
  }

  private static void add(Map<String, String> values, String pair) {
    int equals = pair.indexOf('=');
    String name = Percent.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
    String value = Percent.decodeForm(equals < 0 ? "" : pair.substring(equals + 1));
    if (name == null || value == null || values.size() == MAX_COUNT) {
      throw RefusedRequestException.malformed(
          "malformed-parameters",
          "parameters are not at most " + MAX_COUNT + " percent-encoded UTF-8 pairs");
    }
    if (values.putIfAbsent(name, value) != null) {
      throw RefusedRequestException.malformed(
          "repeated-parameter", "a parameter is given twice; send each name once");
    }
  }

  /** The names in the order in which they were sent. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Finds a value; it may be empty. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value of a parameter that must be there.
   *
   * @throws InvalidFieldsException if it is not
   */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new InvalidFieldsException(name, "is missing");
    }
    return value;
  }

  /** The value of a parameter, or another text if it was not sent. */
  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** Whether a check box was ticked: its name was sent with any value but {@code false}. */
  public boolean isChecked(String name) {
    String value = values.get(name);
    return value != null && !value.equals("false");
  }

  /**
   * The value of a whole number.
   *
   * @param otherwise the number if the parameter was not sent
   * @throws InvalidFieldsException if the value is no number between the bounds, both included
   */
  public int number(String name, int otherwise, int min, int max) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    int number = digits(value);
    if (number < min || number > max) {
      throw new InvalidFieldsException(name, "must be a whole number from " + min + " to " + max);
    }
    return number;
  }

  private static int digits(String value) {
    if (value.isEmpty() || value.length() > 9) {
      return Integer.MIN_VALUE;
    }
    int number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  @Override
  public String toString() {
    return "Parameters" + values.keySet();
  }
}
