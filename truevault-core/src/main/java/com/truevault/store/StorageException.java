package com.truevault.store;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be opened, read or written. The message names the file and what to do. */
public final class StorageException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Creates a refusal by the storage. */
  public StorageException(String code, String message, @Nullable Throwable cause) {
    super(ErrorKind.UNAVAILABLE, code, message, cause);
  }
}
