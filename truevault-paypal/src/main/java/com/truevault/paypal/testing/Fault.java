package com.truevault.paypal.testing;

/** What can go wrong with one call. */
public enum Fault {
  /** The token is not accepted, though it was good. */
  UNAUTHORIZED,
  /** Too many calls; try again in some seconds. */
  TOO_MANY_REQUESTS,
  /** Nothing was done, and PayPal says that it failed. */
  ERROR,
  /** It was done, and PayPal says that it failed. */
  ERROR_AFTER_COMMIT,
  /** Nothing was done, and the connection breaks. */
  DROPPED,
  /** It was done, and the connection breaks. */
  DROPPED_AFTER_COMMIT,
  /** It was done, and the answer never ends. */
  STALLED,
  /** It was done, and half of the answer arrives. */
  TRUNCATED
}
