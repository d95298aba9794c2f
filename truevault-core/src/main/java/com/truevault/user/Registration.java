package com.truevault.user;

import com.truevault.user.User.Name;

/** What somebody fills in to sign up. */
public record Registration(EmailAddress email, String password, Name name) {
  /** Checks and trims what was typed; the password is checked when it is used. */
  public static Registration of(String email, String password, String firstName, String lastName) {
    return new Registration(EmailAddress.of(email), password, Name.of(firstName, lastName));
  }

  @Override
  public String toString() {
    return "Registration[hidden]";
  }
}
