package com.truevault.billing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a fact says; null says nothing. */
final class FactWriter {
  private final Map<String, String> details = new LinkedHashMap<>();

  Map<String, String> details() {
    return details;
  }

  FactWriter text(String name, String value) {
    details.put(name, value);
    return this;
  }

  FactWriter word(String name, Enum<?> value) {
    return text(name, value.name());
  }

  FactWriter instant(String name, @Nullable Instant value) {
    return value == null ? this : text(name, value.toString());
  }

  FactWriter money(String name, @Nullable Money value) {
    return value == null ? this : text(name, value.toString());
  }

  FactWriter terms(@Nullable Terms terms) {
    return terms == null
        ? this
        : word("plan", terms.plan()).word("cycle", terms.cycle()).money("price", terms.price());
  }
}
