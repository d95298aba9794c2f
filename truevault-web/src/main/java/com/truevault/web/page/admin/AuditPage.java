package com.truevault.web.page.admin;

import com.truevault.web.page.Choice;
import com.truevault.web.page.Form;
import java.time.Instant;
import java.util.List;

/**
 * What was done by whom, newest first.
 *
 * @param kinds what the list can be narrowed to
 * @param filter the kind chosen, as the value of its field
 * @param next address of the following page, empty at the end
 */
public record AuditPage(List<Line> entries, List<Choice> kinds, Form filter, String next) {
  /** One entry. */
  public record Line(Instant at, Party actor, String action, Party subject, String detail) {}

  /**
   * Somebody or something an entry names.
   *
   * @param name in words; empty if nothing better is known than the id
   * @param id as the log has it; empty if the name says it all
   * @param href where more is said about it; empty if nowhere
   */
  public record Party(String name, String id, String href) {}

  /** Whether only some kind of entry is shown. */
  public boolean isFiltered() {
    return !filter.value("action").isEmpty();
  }
}
