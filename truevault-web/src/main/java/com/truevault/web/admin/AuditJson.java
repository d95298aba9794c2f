package com.truevault.web.admin;

import com.truevault.audit.AuditEntry;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that was done.
 *
 * @param actor a user's id, system or anonymous
 * @param hash covers this entry and the one before
 */
public record AuditJson(
    long number,
    Instant at,
    String actor,
    String action,
    String subject,
    Map<String, String> detail,
    String hash) {

  static AuditJson from(AuditEntry entry) {
    return new AuditJson(
        entry.number(),
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.subject(),
        entry.detail(),
        entry.hash());
  }
}
