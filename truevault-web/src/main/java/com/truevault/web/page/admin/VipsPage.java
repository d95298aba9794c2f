package com.truevault.web.page.admin;

import com.truevault.vip.VipEntry;
import com.truevault.web.page.Form;
import java.time.Instant;
import java.util.List;

/**
 * The VIP list and the form for one more.
 *
 * @param next address of the following page, empty at the end
 */
public record VipsPage(List<Line> vips, Form form, String next) {
  /** One entry. */
  public record Line(
      String id, String email, String notes, boolean active, String addedBy, Instant addedAt) {

    /** An entry as a line. */
    public static Line from(VipEntry entry) {
      return new Line(
          entry.publicId(),
          entry.email().typed(),
          entry.notes(),
          entry.active(),
          entry.addedBy(),
          entry.addedDate());
    }
  }
}
