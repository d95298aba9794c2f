package com.truevault.server;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** A key that another server has. */
public final class ServerKeyTakenException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Names the key. */
  public ServerKeyTakenException(ServerKey key) {
    super(
        ErrorKind.CONFLICT,
        "server-key-taken",
        "a server is called " + key + " already; choose another key");
  }
}
