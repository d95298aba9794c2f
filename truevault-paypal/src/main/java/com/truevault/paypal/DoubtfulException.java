package com.truevault.paypal;

/** PayPal said something that can be read but not understood; a person has to look. */
final class DoubtfulException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DoubtfulException(String message) {
    super(message);
  }

  /** The message, which is never null here. */
  String text() {
    return String.valueOf(getMessage());
  }
}
