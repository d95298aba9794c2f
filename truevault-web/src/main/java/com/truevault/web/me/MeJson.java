package com.truevault.web.me;

import com.truevault.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What users see of themselves. Nothing in it depends on what they pay or are exempt from.
 *
 * @param role customer or admin
 * @param secondFactor whether sign-in codes are on
 * @param deletionDueAt when everything will be erased; null if that was not asked for
 */
public record MeJson(
    String id,
    String email,
    String firstName,
    String lastName,
    String role,
    boolean emailVerified,
    boolean secondFactor,
    Instant createdAt,
    @Nullable Instant lastLogin,
    @Nullable Instant deletionDueAt) {

  static MeJson from(User user, boolean secondFactor) {
    return new MeJson(
        user.publicId(),
        user.email().typed(),
        user.name().first(),
        user.name().last(),
        user.isAdministrator() ? "admin" : "customer",
        user.emailVerified(),
        secondFactor,
        user.createdAt(),
        user.lastLogin(),
        user.deletionDueAt());
  }
}
