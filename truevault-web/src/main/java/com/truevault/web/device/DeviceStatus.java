package com.truevault.web.device;

/** Whether a device's user has it switched on. */
public enum DeviceStatus {
  /** Switched on. */
  ACTIVE,
  /** Switched off by its user. */
  DISABLED;

  static DeviceStatus of(boolean enabled) {
    return enabled ? ACTIVE : DISABLED;
  }
}
