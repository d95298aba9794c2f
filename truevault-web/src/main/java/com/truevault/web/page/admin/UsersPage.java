package com.truevault.web.page.admin;

import com.truevault.user.User;
import com.truevault.user.UserStatus;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;

/**
 * Users found.
 *
 * @param next address of the following page, empty at the end
 */
public record UsersPage(String query, List<Line> users, String next) {
  /** One user. */
  public record Line(
      String id,
      String email,
      String name,
      boolean administrator,
      String plan,
      Badge badge,
      Instant joinedAt) {

    /** A user as a line. */
    public static Line from(User user, Messages messages) {
      return new Line(
          user.publicId(),
          user.email().typed(),
          user.name().full(),
          user.isAdministrator(),
          paidFor(user, messages),
          state(user, messages),
          user.createdAt());
    }
  }

  /** What the user pays for; nothing as long as nothing was chosen. */
  private static String paidFor(User user, Messages messages) {
    if (user.membership().vip()) {
      return messages.text("users.vip");
    }
    return user.membership().status() == UserStatus.PENDING
        ? messages.text("none")
        : messages.text("plan." + Words.key(user.membership().plan()));
  }

  private static Badge state(User user, Messages messages) {
    if (user.blockedReason() != null) {
      return new Badge(Tone.BAD, messages.text("status.user.blocked"));
    }
    if (user.deletionDueAt() != null) {
      return new Badge(Tone.WARN, messages.text("status.user.leaving"));
    }
    if (user.isAdministrator() && user.membership().status() == UserStatus.PENDING) {
      return new Badge(Tone.PLAIN, messages.text("status.user.administrator"));
    }
    Tone tone =
        switch (user.membership().status()) {
          case ACTIVE -> Tone.GOOD;
          case GRACE_PERIOD -> Tone.WARN;
          case SUSPENDED -> Tone.BAD;
          case PENDING, CANCELLED, DELETED -> Tone.PLAIN;
        };
    return new Badge(tone, messages.text("status.user." + Words.key(user.membership().status())));
  }
}
