package com.truevault.wireguard;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/**
 * What a user may choose for a device's tunnel.
 *
 * @param mtu 1280 to 1500 bytes
 * @param keepalive 0 (off) to 60 seconds
 */
public record TunnelOptions(DnsChoice dns, int mtu, int keepalive, TunnelMode mode) {
  /** Checks the ranges. */
  public TunnelOptions {
    if (mtu < 1280 || mtu > 1500) {
      throw invalid("mtu must be 1280 to 1500: " + mtu + "; 1420 suits most networks");
    }
    if (keepalive < 0 || keepalive > 60) {
      throw invalid("keepalive must be 0 to 60 seconds: " + keepalive + "; 25 suits most networks");
    }
  }

  private static TrueVaultException invalid(String message) {
    return new TrueVaultException(ErrorKind.INVALID, "options-invalid", message);
  }
}
