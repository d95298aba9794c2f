package com.truevault.web.session;

import com.truevault.TrueVault;
import com.truevault.agent.Agents;
import com.truevault.server.ServerKey;
import com.truevault.setting.SettingKey;
import com.truevault.user.Sessions;
import com.truevault.user.SignedIn;
import com.truevault.user.User;
import com.truevault.web.http.Authenticator;
import com.truevault.web.http.Caller;
import com.truevault.web.http.Request;
import com.truevault.web.http.SessionTokens;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the session whose token a cookie or header carries, and the agent that has a credential.
 * The caller's subject is a {@link SignedIn}. Thread-safe.
 */
public final class SessionAuthenticator implements Authenticator {
  private final SessionTokens tokens;
  private final Sessions sessions;
  private final Agents agents;
  private final Predicate<User> mayAdminister;

  /**
   * Opens tokens with the given keys and looks sessions up.
   *
   * @param mayAdminister asked for administrators alone: whether they may act as such
   */
  public SessionAuthenticator(
      SessionTokens tokens, Sessions sessions, Agents agents, Predicate<User> mayAdminister) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.agents = agents;
    this.mayAdminister = mayAdminister;
  }

  /** Sessions of a vault, whose settings may ask administrators for sign-in codes. */
  public static SessionAuthenticator of(SessionTokens tokens, TrueVault vault) {
    return new SessionAuthenticator(
        tokens,
        vault.sessions(),
        vault.agents(),
        user ->
            !vault.settings().flag(SettingKey.SIGN_IN_CODE_REQUIRED_FOR_ADMINS)
                || vault.secondFactors().isActive(user));
  }

  @Override
  public Optional<Caller> authenticate(Request request) {
    return request
        .sessionToken()
        .flatMap(tokens::secretOf)
        .flatMap(sessions::find)
        .map(this::caller);
  }

  @Override
  public Optional<ServerKey> agent(String credential) {
    return agents.authenticate(credential);
  }

  @Override
  public void denied(Request request, Caller caller) {
    String what = request.method() + " " + request.path();
    sessions.noteDenial(
        caller.subject(SignedIn.class).user(), what.substring(0, Math.min(what.length(), 200)));
  }

  private Caller caller(SignedIn signedIn) {
    return new Caller(
        signedIn.user().id().value(),
        signedIn.user().isAdministrator() && mayAdminister.test(signedIn.user()),
        signedIn.session().publicId(),
        signedIn.session().token().value(),
        signedIn);
  }
}
