package com.truevault.user;

import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import com.truevault.user.PasswordCheck.Verified;
import com.truevault.user.Session.Origin;
import java.util.Map;
import java.util.Optional;

/** Lets people in. Safe for use by many threads. */
public final class SignIns {
  private final PasswordCheck passwords;
  private final SecondFactors secondFactors;
  private final Sessions sessions;
  private final UserStore users;
  private final Effects effects;

  /** Joins what a sign-in needs. */
  public SignIns(
      PasswordCheck passwords,
      SecondFactors secondFactors,
      Sessions sessions,
      UserStore users,
      Effects effects) {
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.users = users;
    this.effects = effects;
  }

  /**
   * Tries to sign in.
   *
   * @throws TooManyAttemptsException if address or network failed too often
   */
  public SignIn signIn(Attempt attempt) {
    Optional<Verified> verified =
        passwords.verify(attempt.email(), attempt.password(), attempt.origin().network());
    return effects.write(
        DataFile.USERS,
        out ->
            verified
                .flatMap(passwords::standing)
                .map(user -> enter(out, user, attempt))
                .orElseGet(() -> refused(out, "password", attempt.origin())));
  }

  private SignIn enter(Outgoing out, User user, Attempt attempt) {
    if (secondFactors.isActive(user)) {
      if (attempt.code().isEmpty()) {
        return new SignIn.CodeNeeded();
      }
      if (!secondFactors.accept(user, attempt.code())) {
        refused(out, "code", attempt.origin());
        return new SignIn.CodeRefused();
      }
    }
    User seen = user.seen(effects.now());
    users.update(seen, effects.now());
    SignIn.Accepted accepted = sessions.open(seen, attempt.origin());
    AuditLog.note(
        out,
        user.publicId(),
        "user.signed-in",
        accepted.signedIn().session().publicId(),
        Map.of("network", attempt.origin().network()));
    return accepted;
  }

  private static SignIn refused(Outgoing out, String what, Origin origin) {
    AuditLog.note(
        out,
        "anonymous",
        "user.sign-in-refused",
        "",
        Map.of("wrong", what, "network", origin.network()));
    return new SignIn.Refused();
  }

  /**
   * What somebody presents.
   *
   * @param code a sign-in code or recovery code; empty if none was typed
   */
  public record Attempt(EmailAddress email, String password, String code, Origin origin) {
    @Override
    public String toString() {
      return "Attempt[hidden]";
    }
  }
}
