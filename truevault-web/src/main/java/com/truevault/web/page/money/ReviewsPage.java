package com.truevault.web.page.money;

import java.time.Instant;
import java.util.List;

/** What a person has to look at, oldest first. */
public record ReviewsPage(List<Line> lines) {
  /** One thing. */
  public record Line(String subscription, String about, Instant at, String text) {}
}
