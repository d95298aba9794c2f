package com.truevault.device;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** A key that some device has or had. */
public final class PublicKeyTakenException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Says so without saying whose it is. */
  public PublicKeyTakenException() {
    super(
        ErrorKind.CONFLICT,
        "public-key-taken",
        "this publicKey is or was in use; make a new pair of keys");
  }
}
