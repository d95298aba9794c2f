package com.truevault.paypal;

/**
 * What PayPal answered to a call that it took.
 *
 * @param status 200 to 299
 * @param body empty if there was none
 */
record Reply(int status, Doc body) {
  private static final int ACCEPTED = 202;

  /** Whether the result comes later. */
  boolean isLater() {
    return status == ACCEPTED;
  }
}
