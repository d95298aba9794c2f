package com.truevault.web.session;

import com.truevault.user.SignedIn;
import com.truevault.user.User;
import com.truevault.web.http.Request;

/** The domain's view of who sends a request. */
public final class CurrentUser {
  private CurrentUser() {}

  /**
   * The user who is signed in.
   *
   * @throws com.truevault.TrueVaultException of kind UNAUTHENTICATED if nobody is
   */
  public static User of(Request request) {
    return request.caller().subject(SignedIn.class).user();
  }

  /** Who the audit log says it was. */
  public static String actor(Request request) {
    return of(request).publicId();
  }
}
