package com.truevault.web.json;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.List;
import java.util.stream.Collectors;

/** A request whose fields break rules; it names all of them at once. */
public final class InvalidFieldsException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /** Creates the refusal of at least one field. */
  public InvalidFieldsException(List<FieldError> errors) {
    super(ErrorKind.INVALID, "invalid-fields", sentence(errors));
    this.errors = List.copyOf(errors);
  }

  /** Creates the refusal of one field. */
  public InvalidFieldsException(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** The findings in the order in which they were met. */
  public List<FieldError> errors() {
    return errors;
  }

  private static String sentence(List<FieldError> errors) {
    return errors.stream()
        .map(error -> (error.field().isEmpty() ? "body" : error.field()) + " " + error.message())
        .collect(Collectors.joining("; "));
  }
}
