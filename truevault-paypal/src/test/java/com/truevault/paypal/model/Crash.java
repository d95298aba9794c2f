package com.truevault.paypal.model;

/** The end of the process: nothing catches it but who starts the next one. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the process ended", null, false, false);
  }
}
