package com.truevault.device;

/** What kind of thing a device is. */
public enum DeviceType {
  /** A phone. */
  MOBILE,
  /** A computer, portable or not. */
  DESKTOP,
  /** A tablet. */
  TABLET,
  /** A router that tunnels a whole network. */
  ROUTER,
  /** Anything else. */
  OTHER
}
