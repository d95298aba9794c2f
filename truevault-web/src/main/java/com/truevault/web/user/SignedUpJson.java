package com.truevault.web.user;

import com.truevault.user.Registration;

/** What was understood; it says nothing about whether the address was known before. */
public record SignedUpJson(String email, String firstName, String lastName) {
  static SignedUpJson from(Registration registration) {
    return new SignedUpJson(
        registration.email().typed(), registration.name().first(), registration.name().last());
  }
}
