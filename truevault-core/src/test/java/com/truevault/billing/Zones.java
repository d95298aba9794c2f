package com.truevault.billing;

import java.util.List;

/**
 * Places whose clocks disagree: with and without summer time, with odd minutes, beyond the date
 * line.
 */
public final class Zones {
  public static final List<String> ALL =
      List.of("UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia");

  private Zones() {}
}
