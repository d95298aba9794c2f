package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.user.Credentials.Link;
import java.time.Duration;
import java.util.Map;

/** Changes and resets passwords. Every change ends the user's other sessions. Thread-safe. */
public final class Passwords {
  private static final Duration LINK_LIFE = Duration.ofHours(1);

  private final UserStore users;
  private final SessionStore sessions;
  private final PasswordCheck check;
  private final PasswordPolicy policy;
  private final Outbound outbound;

  /** Joins what changing a password needs. */
  public Passwords(
      UserStore users,
      SessionStore sessions,
      PasswordCheck check,
      PasswordPolicy policy,
      Outbound outbound) {
    this.users = users;
    this.sessions = sessions;
    this.check = check;
    this.policy = policy;
    this.outbound = outbound;
  }

  /**
   * Changes the password of somebody signed in.
   *
   * @param sparedSession the public id of the session that goes on
   * @throws TrueVaultException FORBIDDEN if the current password is wrong, INVALID if the new one
   *     would be guessed
   */
  public void change(User user, String current, String wanted, String sparedSession) {
    policy.check(wanted, user.email());
    check.demand(user, current);
    replace(user, wanted, sparedSession, "user.password-changed");
  }

  /**
   * Demands the password of somebody signed in before something grave, such as switching sign-in
   * codes off.
   *
   * @throws TrueVaultException FORBIDDEN if it is wrong
   */
  public void demand(User user, String password) {
    check.demand(user, password);
  }

  /** Mails a link that allows a new password; the same answer and time for unknown addresses. */
  public void forgot(EmailAddress email) {
    String secret = outbound.effects().random().secret();
    Link link = new Link(TokenHash.of(secret), outbound.effects().now().plus(LINK_LIFE));
    outbound
        .effects()
        .run(
            DataFile.USERS,
            out ->
                users
                    .findByEmail(email)
                    .ifPresentOrElse(
                        user -> mailLink(out, user, link, secret), () -> pretend(out)));
  }

  /**
   * Sets a new password by a mailed link; the link works once. Does not sign in.
   *
   * @throws TrueVaultException INVALID if the link is void or the password would be guessed
   */
  public void reset(String secret, String wanted) {
    TokenHash hash = TokenHash.of(secret);
    User user = users.findByReset(hash).flatMap(users::find).orElseThrow(Passwords::voidLink);
    policy.check(wanted, user.email());
    String passwordHash = check.hash(wanted);
    outbound
        .effects()
        .run(
            DataFile.USERS,
            out -> {
              Credentials credentials =
                  users.credentials(user.id()).orElseThrow(Passwords::voidLink);
              Link open = credentials.reset();
              if (open == null
                  || !open.hash().equals(hash)
                  || !open.expiresAt().isAfter(outbound.effects().now())) {
                throw voidLink();
              }
              changed(out, user, credentials.password(passwordHash), "", "user.password-reset");
            });
    check.forgive(user.email());
  }

  private void replace(User user, String wanted, String sparedSession, String action) {
    String hash = check.hash(wanted);
    outbound
        .effects()
        .run(
            DataFile.USERS,
            out ->
                users
                    .credentials(user.id())
                    .ifPresent(c -> changed(out, user, c.password(hash), sparedSession, action)));
  }

  private void changed(
      Outgoing out, User user, Credentials renewed, String sparedSession, String action) {
    users.update(user.id(), renewed);
    sessions.removeOthers(user.id(), sparedSession);
    AuditLog.note(out, user.publicId(), action, user.publicId(), Map.of());
    outbound
        .mails()
        .queue(out, user.email().typed(), "password-changed", user.name().full(), "/forgot");
  }

  private void mailLink(Outgoing out, User user, Link link, String secret) {
    users.credentials(user.id()).ifPresent(c -> users.update(user.id(), c.resetting(link)));
    AuditLog.note(out, "anonymous", "user.reset-asked", user.publicId(), Map.of());
    outbound
        .mails()
        .queue(
            out,
            user.email().typed(),
            "password-reset",
            user.name().full(),
            "/reset?token=" + secret);
  }

  private void pretend(Outgoing out) {
    AuditLog.note(out, "anonymous", "user.reset-unknown", "", Map.of());
    outbound.mails().pretend(out, "password-reset");
  }

  private static TrueVaultException voidLink() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "link-void",
        "this link was used already or is too old; ask for a new one");
  }
}
