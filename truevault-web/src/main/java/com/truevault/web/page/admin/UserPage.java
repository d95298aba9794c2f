package com.truevault.web.page.admin;

import com.truevault.entitlement.Entitlement;
import com.truevault.entitlement.Reason;
import com.truevault.user.User;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import com.truevault.web.page.customer.DeviceCard;
import com.truevault.web.page.customer.SessionsPage;
import java.time.Instant;
import java.util.List;

/**
 * One user with the answer to why their devices are on or off.
 *
 * @param suspension the reason an administrator noted; empty if the user is not suspended
 */
public record UserPage(
    UsersPage.Line user,
    List<Fact> facts,
    Why why,
    List<DeviceCard> devices,
    List<SessionsPage.Line> sessions,
    String suspension) {
  /** A name and its value. */
  public record Fact(String name, String value) {}

  /** The verdict and the chain of reasons behind it, with what each rests on. */
  public record Why(boolean allowed, String verdict, List<Link> chain) {
    /** The verdict of an entitlement. */
    public static Why from(Entitlement entitlement, Messages messages) {
      String key = entitlement.allowed() ? "user.allowed" : "user.refused";
      return new Why(entitlement.allowed(), messages.text(key), chain(entitlement, messages));
    }

    /** A user who is refused reads the reason that decided, and no other. */
    private static List<Link> chain(Entitlement entitlement, Messages messages) {
      return entitlement.reasons().stream()
          .map(
              reason ->
                  Link.from(
                      reason,
                      entitlement.allowed() || reason.equals(entitlement.reasons().get(0)),
                      messages))
          .toList();
    }
  }

  /**
   * One link of the chain.
   *
   * @param finding in words for support
   * @param told what the user reads about it; empty if nothing
   */
  public record Link(String finding, String told, String evidence) {
    static Link from(Reason reason, boolean isTold, Messages messages) {
      return new Link(
          messages.textOr("why." + reason.code(), reason.text()),
          isTold ? reason.text() : "",
          reason.evidence());
    }
  }

  /** What is known of a user. */
  public static List<Fact> facts(
      User user, Entitlement entitlement, boolean factor, Messages messages) {
    Instant seen = user.lastLogin();
    return List.of(
        fact("role", messages.text("role." + Words.key(user.role())), messages),
        fact("limit", Integer.toString(entitlement.deviceLimit()), messages),
        fact("verified", yesOrNo(user.emailVerified(), messages), messages),
        fact("factor", yesOrNo(factor, messages), messages),
        fact("vip", yesOrNo(user.membership().vip(), messages), messages),
        fact("joined", Words.day(user.createdAt()), messages),
        fact("seen", seen == null ? "–" : Words.day(seen), messages));
  }

  private static Fact fact(String key, String value, Messages messages) {
    return new Fact(messages.text("user.fact." + key), value);
  }

  private static String yesOrNo(boolean value, Messages messages) {
    return messages.text(value ? "yes" : "no");
  }
}
