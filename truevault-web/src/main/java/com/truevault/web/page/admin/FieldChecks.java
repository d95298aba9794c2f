package com.truevault.web.page.admin;

import com.truevault.TrueVaultException;
import com.truevault.web.json.FieldError;
import com.truevault.web.json.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Gathers what is wrong with many fields, so that each error stands beside its field. */
final class FieldChecks {
  private FieldChecks() {}

  /**
   * Checks every value.
   *
   * @throws InvalidFieldsException naming all fields whose check refused them
   */
  static <K> void demand(
      Map<K, String> values, Function<K, String> field, BiConsumer<K, String> check) {
    List<FieldError> errors = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          try {
            check.accept(key, value);
          } catch (TrueVaultException refusal) {
            errors.add(new FieldError(field.apply(key), refusal.getMessage()));
          }
        });
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }
}
