package com.truevault.web.page.money;

import java.time.Instant;
import java.util.List;

/** Work outside that gave up, oldest first. */
public record JobsPage(List<Line> lines) {
  /** One piece of work. */
  public record Line(
      String key, String kind, String subscription, Instant dueAt, int attempts, String error) {}
}
