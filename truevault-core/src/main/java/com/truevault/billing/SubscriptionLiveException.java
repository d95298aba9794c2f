package com.truevault.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** A second live subscription for one user. */
public final class SubscriptionLiveException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public SubscriptionLiveException() {
    super(
        ErrorKind.CONFLICT,
        "subscription-live",
        "there is a running subscription already; cancel it before choosing another plan");
  }
}
