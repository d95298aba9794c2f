package com.truevault.web.me;

import com.truevault.user.SecondFactors.Enrolment;

/**
 * What an authenticator app needs; shown once.
 *
 * @param secret base32, for typing
 * @param uri what a QR code for the app holds
 */
public record EnrolmentJson(String secret, String uri) {
  static EnrolmentJson from(Enrolment enrolment) {
    return new EnrolmentJson(enrolment.secret(), enrolment.uri());
  }

  @Override
  public String toString() {
    return "EnrolmentJson[hidden]";
  }
}
