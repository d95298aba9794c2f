package com.truevault.vip;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/** An address that is on the list already. */
public final class VipListedException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public VipListedException() {
    super(
        ErrorKind.CONFLICT,
        "vip-listed",
        "this address is on the list already; change its entry instead");
  }
}
