package com.truevault.web.page.admin;

import com.truevault.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was done by whom, newest first.
 *
 * @param next address of the following page, empty at the end
 */
public record AuditPage(List<Line> entries, String next) {
  /** One entry. */
  public record Line(Instant at, String actor, String action, String subject, String detail) {
    /** An entry as a line. */
    public static Line from(AuditEntry entry) {
      String detail =
          new TreeMap<>(entry.detail())
              .entrySet().stream()
                  .map(fact -> fact.getKey() + ": " + fact.getValue())
                  .collect(Collectors.joining(", "));
      return new Line(entry.at(), entry.actor(), entry.action(), entry.subject(), detail);
    }
  }
}
