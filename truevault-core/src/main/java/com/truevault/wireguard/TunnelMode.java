package com.truevault.wireguard;

/** What goes through the tunnel. */
public enum TunnelMode {
  /** Everything, IPv6 too, so that nothing leaks. */
  FULL,
  /** Only what is for the VPN itself. */
  SPLIT
}
