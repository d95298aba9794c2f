package com.truevault.web.admin;

import com.truevault.vip.VipEntry;
import java.time.Instant;

/** An address that uses the service without paying. */
public record VipJson(
    String id, String email, String addedBy, Instant addedDate, String notes, boolean isActive) {

  static VipJson from(VipEntry entry) {
    return new VipJson(
        entry.publicId(),
        entry.email().typed(),
        entry.addedBy(),
        entry.addedDate(),
        entry.notes(),
        entry.active());
  }
}
