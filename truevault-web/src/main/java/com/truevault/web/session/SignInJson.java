package com.truevault.web.session;

import com.truevault.user.EmailAddress;
import com.truevault.user.Session.Origin;
import com.truevault.user.SignIns.Attempt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody presents to sign in.
 *
 * @param code a code of the app or a recovery code, if the user has switched codes on
 */
public record SignInJson(String email, String password, @Nullable String code) {
  Attempt attempt(Origin origin) {
    return new Attempt(
        EmailAddress.of(email), password, Objects.requireNonNullElse(code, ""), origin);
  }

  @Override
  public String toString() {
    return "SignInJson[hidden]";
  }
}
