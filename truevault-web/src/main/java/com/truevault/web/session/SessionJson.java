package com.truevault.web.session;

import com.truevault.user.Session;
import java.time.Instant;

/**
 * One signed-in browser or program.
 *
 * @param ipAddress the network it came from, never the address
 * @param isCurrent whether it is the one that asks
 */
public record SessionJson(
    String id,
    String ipAddress,
    String userAgent,
    Instant createdAt,
    Instant expiresAt,
    Instant lastActivity,
    boolean isCurrent) {

  static SessionJson from(Session session, String currentId) {
    return new SessionJson(
        session.publicId(),
        session.origin().network(),
        session.origin().userAgent(),
        session.createdAt(),
        session.expiresAt(),
        session.lastActivity(),
        session.publicId().equals(currentId));
  }
}
