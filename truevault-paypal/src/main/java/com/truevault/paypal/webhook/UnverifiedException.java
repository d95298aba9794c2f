package com.truevault.paypal.webhook;

import org.jspecify.annotations.Nullable;

/** The delivery did not pass a step of its verification. */
public final class UnverifiedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Ends the verification.
   *
   * @param text what is wrong, with the value
   */
  public UnverifiedException(Reason reason, String text) {
    this(reason, text, null);
  }

  /** Ends the verification because of something else. */
  public UnverifiedException(Reason reason, String text, @Nullable Throwable cause) {
    // Junk from strangers ends here often; where in the code is told by the reason.
    super(text, cause, false, false);
    this.reason = reason;
  }

  /** Which step it did not pass. */
  public Reason reason() {
    return reason;
  }
}
