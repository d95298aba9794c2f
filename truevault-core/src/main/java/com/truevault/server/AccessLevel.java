package com.truevault.server;

/** Who may see a server. */
public enum AccessLevel {
  /** Everybody who is entitled. */
  PUBLIC,
  /** VIPs. */
  VIP_ONLY
}
