package com.truevault.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that was done.
 *
 * @param number ascending and without gaps; 0 before it is stored
 * @param actor who did it: a user's public id, {@code system}, or {@code anonymous}
 * @param action what was done, such as {@code user.signed-in}
 * @param subject to what, usually a public id; may be empty
 * @param detail further facts; never a secret
 * @param previousHash the hash of the entry before; empty for the first
 * @param hash SHA-256 over this entry and the previous hash
 */
public record AuditEntry(
    long number,
    Instant at,
    String actor,
    String action,
    String subject,
    Map<String, String> detail,
    String previousHash,
    String hash) {

  /** Copies the detail. */
  public AuditEntry {
    detail = Map.copyOf(detail);
  }
}
