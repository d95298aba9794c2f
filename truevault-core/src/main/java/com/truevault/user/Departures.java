package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.store.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Erases users who want to leave: seven days after they say so, they may change their mind; then
 * the row is emptied and {@code user.deleted} reaches every file that holds something of theirs.
 * Each step is committed with the message that starts the next, so a kill at any point only delays
 * the rest. Safe for use by many threads.
 */
public final class Departures {
  /** The topic by which the other files learn of it; its payload names {@code user}. */
  public static final String TOPIC = "user.deleted";

  /** What a user types to confirm. */
  public static final String CONFIRMATION = "DELETE";

  private static final Duration GRACE = Duration.ofDays(7);
  private static final int BATCH = 100;

  private final UserStore users;
  private final SessionStore sessions;
  private final PasswordCheck check;
  private final Mails mails;
  private final Effects effects;

  /** Joins what erasing a user needs. */
  public Departures(
      UserStore users, SessionStore sessions, PasswordCheck check, Mails mails, Effects effects) {
    this.users = users;
    this.sessions = sessions;
    this.check = check;
    this.mails = mails;
    this.effects = effects;
  }

  /**
   * Plans the erasure of a user who confirmed it by word and password, and ends all sessions.
   *
   * @return when it will happen
   * @throws TrueVaultException INVALID without the word, FORBIDDEN without the password
   */
  public Instant plan(User user, String confirmation, String password) {
    if (!CONFIRMATION.equals(confirmation)) {
      throw new TrueVaultException(
          ErrorKind.INVALID,
          "confirmation-missing",
          "confirmation must be the word " + CONFIRMATION + "; type it to go on");
    }
    check.demand(user, password);
    Instant due = effects.now().plus(GRACE);
    effects.run(
        DataFile.USERS,
        out -> {
          changed(user, due);
          sessions.removeOthers(user.id(), "");
          AuditLog.note(out, user.publicId(), "user.deletion-planned", user.publicId(), Map.of());
          mails.queue(
              out, user.email().deliverable(), "deletion-planned", user.name().full(), "/sign-in");
        });
    return due;
  }

  /** Keeps a user who changed their mind. */
  public User keep(User user) {
    return effects.write(
        DataFile.USERS,
        out -> {
          AuditLog.note(out, user.publicId(), "user.deletion-cancelled", user.publicId(), Map.of());
          return changed(user, null);
        });
  }

  /** Erases everybody whose time has come, up to a hundred; returns how many. */
  public int eraseDue() {
    int erased = 0;
    for (User user : users.deletionDue(effects.now(), BATCH)) {
      erased += effects.write(DataFile.USERS, out -> eraseIfStillDue(out, user)) ? 1 : 0;
    }
    return erased;
  }

  /** Erases a user now, on behalf of an administrator or of time. */
  public void erase(String actor, User user) {
    effects.run(DataFile.USERS, out -> erase(out, actor, user));
  }

  /** The row as it stands inside the transaction, so that nothing others changed is undone. */
  private User changed(User user, @Nullable Instant due) {
    User changed = users.find(user.id()).orElse(user).leaving(due);
    users.update(changed, effects.now());
    return changed;
  }

  /** The user may have changed their mind since the list was made. */
  private boolean eraseIfStillDue(Outgoing out, User listed) {
    Optional<User> due = users.find(listed.id()).filter(user -> isDue(user.deletionDueAt()));
    due.ifPresent(user -> erase(out, "system", user));
    return due.isPresent();
  }

  private boolean isDue(@Nullable Instant due) {
    return due != null && !due.isAfter(effects.now());
  }

  private void erase(Outgoing out, String actor, User user) {
    if (users.erase(user.id(), effects.now())) {
      out.send(
          TOPIC,
          user.publicId(),
          Map.of("user", user.id().toString(), "email", user.email().canonical()));
      AuditLog.note(out, actor, "user.deleted", user.publicId(), Map.of());
      mails.queue(out, user.email().deliverable(), "deleted", user.name().full(), "/");
    }
  }
}
