package com.truevault.billing;

import com.truevault.user.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands what was written of a fact. */
final class FactReader {
  private final FactForm form;
  private final Map<String, String> details;

  FactReader(FactForm form, Map<String, String> details) {
    this.form = form;
    this.details = details;
  }

  boolean has(String name) {
    return details.containsKey(name);
  }

  String text(String name) {
    String value = details.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "a fact of kind " + form + " has no " + name + ", only " + details.keySet());
    }
    return value;
  }

  <E extends Enum<E>> E word(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(form + "." + name + " is no instant: " + text(name), e);
    }
  }

  @Nullable Instant instantOrNull(String name) {
    return has(name) ? instant(name) : null;
  }

  Duration duration(String name) {
    try {
      return Duration.parse(text(name));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(form + "." + name + " is no duration: " + text(name), e);
    }
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  Money money(String name) {
    String[] parts = text(name).split(" ", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(form + "." + name + " is no amount: " + text(name));
    }
    return Money.of(parts[0], parts[1]);
  }

  Terms terms() {
    return new Terms(word("plan", Plan.class), word("cycle", BillingCycle.class), money("price"));
  }
}
