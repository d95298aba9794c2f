package com.truevault.web.page.customer;

import com.truevault.user.User;
import com.truevault.web.page.Form;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The user's own data and the ways to change it.
 *
 * @param deletionDue the day of the erasure; empty if none is planned
 */
public record ProfilePage(
    Form form, String email, boolean emailVerified, SecondFactor factor, String deletionDue) {

  /**
   * The second factor.
   *
   * @param uri {@code otpauth:} address to scan while setting up, empty otherwise
   * @param secret the same secret to type, empty otherwise
   * @param codes recovery codes just made, shown once
   */
  public record SecondFactor(boolean on, String uri, String secret, List<String> codes) {
    /** Whether sign-in codes are demanded, and nothing else. */
    public static SecondFactor of(boolean on) {
      return new SecondFactor(on, "", "", List.of());
    }

    @Override
    public String toString() {
      return "SecondFactor[on=" + on + ", secrets withheld]";
    }
  }

  /** The page of a user. */
  public static ProfilePage from(User user, Form form, SecondFactor factor) {
    return new ProfilePage(
        form, user.email().typed(), user.emailVerified(), factor, deletionDue(user));
  }

  /** The day on which a user will be erased; empty if none is planned. */
  public static String deletionDue(User user) {
    Instant due = user.deletionDueAt();
    return due == null ? "" : Words.day(due);
  }

  /** The form with what is stored. */
  public static Form form(User user) {
    return Form.of(Map.of("firstName", user.name().first(), "lastName", user.name().last()));
  }
}
