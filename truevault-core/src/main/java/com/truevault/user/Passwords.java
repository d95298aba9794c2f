package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.user.Credentials.Link;
import java.util.Map;

/** Changes and resets passwords. Every change ends the user's other sessions. Thread-safe. */
public final class Passwords {
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
    policy.check(wanted, user.email(), user.name());
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

  /**
   * Has a link mailed that allows a new password. Whether there is such a user is looked up later,
   * so that answer and time are the same for every address; what is asked too often within an hour
   * is not looked up at all.
   */
  public void forgot(EmailAddress email) {
    outbound
        .effects()
        .run(
            DataFile.USERS,
            out -> {
              if (outbound.quota().admits("reset", email)) {
                out.send(ResetLinks.TOPIC, "", Map.of("email", email.canonical()));
              }
            });
  }

  /**
   * Sets a new password by a mailed link; the link works once. Does not sign in.
   *
   * @throws TrueVaultException INVALID if the link is void or the password would be guessed
   */
  public void reset(String secret, String wanted) {
    TokenHash hash = TokenHash.of(secret);
    User user = users.findByReset(hash).flatMap(users::find).orElseThrow(Passwords::voidLink);
    policy.check(wanted, user.email(), user.name());
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
        .queue(out, user.email().deliverable(), "password-changed", user.name().full(), "/forgot");
  }

  private static TrueVaultException voidLink() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "link-void",
        "this link was used already or is too old; ask for a new one");
  }
}
