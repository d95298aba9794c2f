package com.truevault.testing;

import com.truevault.secret.TokenHash;
import com.truevault.user.Credentials;
import com.truevault.user.EmailAddress;
import com.truevault.user.NewUser;
import com.truevault.user.Role;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStatus;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A user together with the credentials. */
record UserRow(User user, Credentials credentials) {
  static UserRow of(UserId id, NewUser user) {
    return new UserRow(
        new User(
            id,
            user.publicId(),
            user.email(),
            user.name(),
            user.role(),
            user.membership(),
            false,
            null,
            user.createdAt(),
            null,
            null),
        user.credentials());
  }

  /** What is left of an erased user. */
  UserRow erased() {
    return new UserRow(
        new User(
            user.id(),
            user.publicId(),
            EmailAddress.of("deleted-" + user.id() + "@example.com"),
            new User.Name("", ""),
            Role.CUSTOMER,
            new User.Membership(false, user.membership().plan(), UserStatus.DELETED, 0),
            false,
            null,
            user.createdAt(),
            null,
            null),
        Credentials.ofPassword("erased"));
  }

  boolean isErased() {
    return user.membership().status() == UserStatus.DELETED;
  }

  boolean isDue(Instant now) {
    Instant due = user.deletionDueAt();
    return !isErased() && due != null && !due.isAfter(now);
  }

  boolean holds(String lowerCase) {
    User.Name name = user.name();
    return user.email().typed().toLowerCase(Locale.ROOT).contains(lowerCase)
        || (name.first() + " " + name.last()).toLowerCase(Locale.ROOT).contains(lowerCase);
  }

  static boolean has(Credentials.@Nullable Link link, TokenHash hash) {
    return link != null && link.hash().equals(hash);
  }
}
