package com.truevault.web.admin;

import com.truevault.user.Session;
import com.truevault.user.SignedIn;
import java.time.Instant;

/**
 * Anybody's session.
 *
 * @param ipAddress the network it came from, never the address
 */
public record UserSessionJson(
    String id,
    String userId,
    String email,
    String ipAddress,
    String userAgent,
    Instant createdAt,
    Instant expiresAt,
    Instant lastActivity) {

  static UserSessionJson from(SignedIn signedIn) {
    Session session = signedIn.session();
    return new UserSessionJson(
        session.publicId(),
        signedIn.user().publicId(),
        signedIn.user().email().typed(),
        session.origin().network(),
        session.origin().userAgent(),
        session.createdAt(),
        session.expiresAt(),
        session.lastActivity());
  }
}
