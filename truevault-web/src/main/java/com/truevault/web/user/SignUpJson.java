package com.truevault.web.user;

import com.truevault.user.Registration;

/** What somebody fills in to sign up; the names may be empty. */
public record SignUpJson(String email, String password, String firstName, String lastName) {
  Registration registration() {
    return Registration.of(email, password, firstName, lastName);
  }

  @Override
  public String toString() {
    return "SignUpJson[hidden]";
  }
}
