package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import java.time.Duration;

/** An attempt that is not looked at because too many before it failed. */
public final class TooManyAttemptsException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  /** Says how long to wait, at least one second. */
  public TooManyAttemptsException(Duration wait) {
    this(
        wait,
        "too many failed attempts; try again in "
            + Math.max(1, wait.toSeconds())
            + " seconds or reset the password");
  }

  TooManyAttemptsException(Duration wait, String message) {
    super(ErrorKind.TOO_MANY_ATTEMPTS, "too-many-attempts", message);
    this.wait = wait;
  }

  /** How long to wait. */
  public Duration waitFor() {
    return wait;
  }
}
