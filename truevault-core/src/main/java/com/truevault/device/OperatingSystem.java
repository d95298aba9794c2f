package com.truevault.device;

import java.util.Arrays;
import java.util.Optional;

/** What a device runs; decides which guide its user is shown. */
public enum OperatingSystem {
  /** Apple's phones and tablets. */
  IOS("iOS"),
  /** Google's. */
  ANDROID("Android"),
  /** Microsoft's. */
  WINDOWS("Windows"),
  /** Apple's computers. */
  MAC("Mac"),
  /** Any Linux. */
  LINUX("Linux"),
  /** Something else, or not said. */
  UNKNOWN("Unknown");

  private final String label;

  OperatingSystem(String label) {
    this.label = label;
  }

  /** As it is written in files, JSON and pages. */
  public String label() {
    return label;
  }

  /** The system of that label, in any case. */
  public static Optional<OperatingSystem> of(String label) {
    return Arrays.stream(values()).filter(os -> os.label.equalsIgnoreCase(label)).findFirst();
  }
}
