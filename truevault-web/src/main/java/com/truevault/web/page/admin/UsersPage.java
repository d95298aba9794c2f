package com.truevault.web.page.admin;

import com.truevault.user.User;
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
      String id, String email, String name, String plan, Badge badge, Instant joinedAt) {

    /** A user as a line. */
    public static Line from(User user, Messages messages) {
      return new Line(
          user.publicId(),
          user.email().typed(),
          user.name().full(),
          messages.text("plan." + Words.key(user.membership().plan())),
          state(user, messages),
          user.createdAt());
    }
  }

  private static Badge state(User user, Messages messages) {
    if (user.blockedReason() != null) {
      return new Badge(Tone.BAD, messages.text("status.user.blocked"));
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
