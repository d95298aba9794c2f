package com.truevault.web.admin;

import com.truevault.user.Plan;
import com.truevault.user.User;
import com.truevault.user.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see them.
 *
 * @param role customer or admin
 * @param accountType standard or vip
 * @param blockedReason why an administrator shut the user out; null if nobody did
 */
public record UserJson(
    String id,
    String email,
    String firstName,
    String lastName,
    String role,
    String accountType,
    Plan plan,
    UserStatus status,
    int maxDevices,
    boolean emailVerified,
    @Nullable String blockedReason,
    Instant createdAt,
    @Nullable Instant lastLogin,
    @Nullable Instant deletionDueAt) {

  static UserJson from(User user) {
    return new UserJson(
        user.publicId(),
        user.email().typed(),
        user.name().first(),
        user.name().last(),
        user.isAdministrator() ? "admin" : "customer",
        user.membership().vip() ? "vip" : "standard",
        user.membership().plan(),
        user.membership().status(),
        user.membership().maxDevices(),
        user.emailVerified(),
        user.blockedReason(),
        user.createdAt(),
        user.lastLogin(),
        user.deletionDueAt());
  }
}
