package com.truevault.paypal;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PayPal refused a call, or gave no answer to it. The message ends in what support asks for. */
public final class PayPalException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> issues;
  private final String debugId;

  /**
   * A refusal.
   *
   * @param issues PayPal's own words, such as {@code PLAN_STATUS_INVALID}
   * @param debugId what PayPal's support asks for; empty if PayPal gave none
   */
  PayPalException(
      ErrorKind kind, String code, String message, List<String> issues, String debugId) {
    super(kind, code, debugId.isEmpty() ? message : message + " (debug id " + debugId + ")");
    this.issues = List.copyOf(issues);
    this.debugId = debugId;
  }

  /** No answer. */
  PayPalException(String code, String message, @Nullable Throwable cause) {
    super(ErrorKind.UNAVAILABLE, code, message, cause);
    this.issues = List.of();
    this.debugId = "";
  }

  /** What PayPal's support asks for; empty if PayPal gave none. */
  public String debugId() {
    return debugId;
  }

  boolean names(String issue) {
    return issues.contains(issue);
  }
}
