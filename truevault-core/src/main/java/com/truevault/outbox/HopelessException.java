package com.truevault.outbox;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import org.jspecify.annotations.Nullable;

/**
 * An effect that trying again will not bring about. Its message is dead at once and waits for an
 * administrator, instead of being tried for a day.
 */
public final class HopelessException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Says why, and what an administrator can do. */
  public HopelessException(String code, String message, @Nullable Throwable cause) {
    super(ErrorKind.CONFLICT, code, message, cause);
  }
}
