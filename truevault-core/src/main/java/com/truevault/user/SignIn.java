package com.truevault.user;

/** How an attempt to sign in ended. Refusals do not tell whether the user exists. */
public sealed interface SignIn {

  /**
   * Welcome.
   *
   * @param secret the session's bearer secret; shown once and kept only as a hash
   */
  record Accepted(String secret, SignedIn signedIn) implements SignIn {
    @Override
    public String toString() {
      return "Accepted[" + signedIn.session().publicId() + "]";
    }
  }

  /** E-mail address or password is wrong. */
  record Refused() implements SignIn {}

  /** The password is right; a sign-in code or recovery code is needed as well. */
  record CodeNeeded() implements SignIn {}

  /** The password is right; the sign-in code is wrong or was used before. */
  record CodeRefused() implements SignIn {}
}
