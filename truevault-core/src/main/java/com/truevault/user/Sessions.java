package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.outbox.Effects;
import com.truevault.secret.TokenHash;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Session.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens, finds and ends sessions. The row decides: ending one takes effect at once. Thread-safe.
 */
public final class Sessions {
  private static final Duration TOUCHED_EVERY = Duration.ofMinutes(5);

  private final SessionStore store;
  private final Settings settings;
  private final Effects effects;

  /** Keeps sessions in the given store. */
  public Sessions(SessionStore store, Settings settings, Effects effects) {
    this.store = store;
    this.settings = settings;
    this.effects = effects;
  }

  /** Opens a session for somebody who proved who they are; call inside a users transaction. */
  SignIn.Accepted open(User user, Origin origin) {
    Instant now = effects.now();
    String secret = effects.random().secret();
    Duration life = Duration.ofDays(settings.number(SettingKey.SESSION_DAYS));
    Session session =
        new Session(
            effects.random().id(),
            user.id(),
            TokenHash.of(secret),
            origin,
            now,
            now.plus(life),
            now);
    store.add(session);
    return new SignIn.Accepted(secret, new SignedIn(session, user));
  }

  /** Who presents that secret, if the session is still good. */
  public Optional<SignedIn> find(String secret) {
    Instant now = effects.now();
    Optional<SignedIn> found =
        store.find(TokenHash.of(secret)).filter(s -> s.session().expiresAt().isAfter(now));
    found
        .map(SignedIn::session)
        .filter(session -> session.lastActivity().plus(TOUCHED_EVERY).isBefore(now))
        .ifPresent(session -> store.touch(session.token(), now));
    return found;
  }

  /** A user's sessions, newest first. */
  public List<Session> of(User user) {
    return store.ofUser(user.id()).stream()
        .filter(session -> session.expiresAt().isAfter(effects.now()))
        .toList();
  }

  /** Everybody's sessions, for administrators. */
  public Page<SignedIn> list(PageRequest page) {
    return store.list(page);
  }

  /**
   * Ends one of a user's own sessions.
   *
   * @throws TrueVaultException NOT_FOUND if the user has no such session
   */
  public void end(User user, String publicId) {
    effects.run(
        DataFile.USERS,
        out -> {
          if (!store.remove(user.id(), publicId)) {
            throw unknown();
          }
          AuditLog.note(out, user.publicId(), "session.ended", publicId, Map.of());
        });
  }

  /**
   * Replaces the session of somebody who is signed in by a new one that lives its full time from
   * now on, and whose secret is another.
   *
   * @throws TrueVaultException NOT_FOUND if the session was ended meanwhile
   */
  public SignIn.Accepted renew(SignedIn earlier) {
    return effects.write(
        DataFile.USERS,
        out -> {
          String id = earlier.session().publicId();
          if (!store.remove(earlier.user().id(), id)) {
            throw unknown();
          }
          AuditLog.note(out, earlier.user().publicId(), "session.replaced", id, Map.of());
          return open(earlier.user(), earlier.session().origin());
        });
  }

  /** Ends the session of somebody who signed in anew; fine if it has ended meanwhile. */
  public void replaced(SignedIn earlier) {
    effects.run(
        DataFile.USERS,
        out -> {
          String id = earlier.session().publicId();
          if (store.remove(earlier.user().id(), id)) {
            AuditLog.note(out, earlier.user().publicId(), "session.replaced", id, Map.of());
          }
        });
  }

  /** Ends every session of a user but the given one; returns how many. */
  public int endOthers(User user, String sparedPublicId) {
    return effects.write(
        DataFile.USERS,
        out -> {
          int ended = store.removeOthers(user.id(), sparedPublicId);
          AuditLog.note(
              out, user.publicId(), "session.others-ended", user.publicId(), count(ended));
          return ended;
        });
  }

  /** Ends anybody's session on behalf of an administrator. */
  public void endAny(String actor, String publicId) {
    effects.run(
        DataFile.USERS,
        out -> {
          if (!store.remove(publicId)) {
            throw unknown();
          }
          AuditLog.note(out, actor, "session.ended-by-administrator", publicId, Map.of());
        });
  }

  /** Ends every session of a user on behalf of an administrator; returns how many. */
  public int endAll(String actor, User user) {
    return effects.write(
        DataFile.USERS,
        out -> {
          int ended = store.removeOthers(user.id(), "");
          AuditLog.note(out, actor, "session.all-ended", user.publicId(), count(ended));
          return ended;
        });
  }

  /** Notes in the audit log that somebody signed in tried what only administrators may do. */
  public void noteDenial(User user, String what) {
    effects.run(
        DataFile.USERS,
        out -> AuditLog.note(out, user.publicId(), "access.denied", what, Map.of()));
  }

  /** Removes sessions that expired; returns how many. */
  public int purge() {
    return store.removeExpired(effects.now());
  }

  private static Map<String, String> count(int ended) {
    return Map.of("ended", Integer.toString(ended));
  }

  private static TrueVaultException unknown() {
    return new TrueVaultException(
        ErrorKind.NOT_FOUND, "session-not-found", "no such session; it may have ended already");
  }
}
