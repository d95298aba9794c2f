package com.truevault.device;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** One device more than the plan allows. */
public final class DeviceLimitReachedException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  private final int used;
  private final int limit;

  /** Says "n of m" and the way out. */
  public DeviceLimitReachedException(int used, int limit) {
    super(
        ErrorKind.LIMIT_REACHED,
        "device-limit-reached",
        used + " of " + limit + " devices are in use; remove one or choose a larger plan");
    this.used = used;
    this.limit = limit;
  }

  /** How many devices the user has. */
  public int used() {
    return used;
  }

  /** How many the plan allows. */
  public int limit() {
    return limit;
  }
}
