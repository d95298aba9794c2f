package com.truevault.subscription;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** What is said when something is not there. */
final class Missing {
  private Missing() {}

  static TrueVaultException subscription() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "subscription-not-found", "no such subscription");
  }

  static TrueVaultException running() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND,
        "subscription-not-found",
        "there is no running subscription; nothing was changed");
  }
}
