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
import java.util.Locale;

/** One user with the answer to why their devices are on or off. */
public record UserPage(
    UsersPage.Line user,
    List<Fact> facts,
    Why why,
    List<DeviceCard> devices,
    List<SessionsPage.Line> sessions,
    boolean suspended) {
  /** A name and its value. */
  public record Fact(String name, String value) {}

  /** The verdict and the chain of reasons behind it, with what each rests on. */
  public record Why(boolean allowed, String verdict, List<Reason> reasons) {
    /** The verdict of an entitlement. */
    public static Why from(Entitlement entitlement, Messages messages) {
      String key = entitlement.allowed() ? "user.allowed" : "user.refused";
      return new Why(entitlement.allowed(), messages.text(key), entitlement.reasons());
    }
  }

  /** What is known of a user. */
  public static List<Fact> facts(
      User user, Entitlement entitlement, boolean factor, Messages messages) {
    Instant seen = user.lastLogin();
    return List.of(
        fact("role", user.role().name().toLowerCase(Locale.ROOT), messages),
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
