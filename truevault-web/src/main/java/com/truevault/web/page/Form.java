package com.truevault.web.page;

import com.truevault.TrueVaultException;
import com.truevault.text.PlainText.InvalidTextException;
import com.truevault.web.http.Parameters;
import com.truevault.web.json.FieldError;
import com.truevault.web.json.InvalidFieldsException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form and what is wrong with it, by field name. Immutable. Passwords and
 * codes are never among the values; the field template drops them as well.
 */
public record Form(Map<String, String> values, Map<String, String> errors) {
  /** A form nobody has touched. */
  public static final Form EMPTY = new Form(Map.of(), Map.of());

  /** The field that stands for the form as a whole. */
  public static final String WHOLE = "form";

  /** Copies both. */
  public Form {
    values = Map.copyOf(values);
    errors = Map.copyOf(errors);
  }

  /** A form with values and nothing wrong. */
  public static Form of(Map<String, String> values) {
    return new Form(values, Map.of());
  }

  /** The named fields as they were typed; name no secret. */
  public static Form typed(Parameters sent, String... fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      values.put(field, sent.text(field, ""));
    }
    return of(values);
  }

  /** The same values with one more error. */
  public Form refused(String field, String message) {
    Map<String, String> more = new LinkedHashMap<>(errors);
    more.put(field, Words.sentence(message));
    return new Form(values, more);
  }

  /**
   * The same values with what the library refused, at the field it is about.
   *
   * @param places the field for a refusal's code or for the library's name of a text; what is not
   *     among them and no field of this form is about the form as a whole
   */
  public Form refused(TrueVaultException refusal, Map<String, String> places) {
    if (refusal instanceof InvalidFieldsException invalid) {
      Form form = this;
      for (FieldError error : invalid.errors()) {
        form = form.refused(place(error.field(), places), error.message());
      }
      return form;
    }
    String about = refusal instanceof InvalidTextException text ? text.field() : refusal.code();
    return refused(place(about, places), refusal.getMessage());
  }

  /** The same form with one more value. */
  public Form with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(field, value);
    return new Form(more, errors);
  }

  /** What was typed into a field; empty if nothing was. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong with a field; null if nothing is. */
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /** Whether a field has that value. */
  public boolean is(String field, String value) {
    return value(field).equals(value);
  }

  private String place(String about, Map<String, String> places) {
    return places.getOrDefault(about, values.containsKey(about) ? about : WHOLE);
  }
}
