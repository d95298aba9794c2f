package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** An address that another user has. */
public final class EmailTakenException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Says so without repeating the address. */
  public EmailTakenException() {
    super(
        ErrorKind.CONFLICT,
        "email-taken",
        "this e-mail address is in use; sign in or choose another");
  }
}
