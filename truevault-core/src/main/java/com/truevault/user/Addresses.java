package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.user.Credentials.Link;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Confirms and changes e-mail addresses. Safe for use by many threads. */
public final class Addresses {
  static final Duration LINK_LIFE = Duration.ofHours(24);

  private final UserStore users;
  private final PasswordCheck check;
  private final Mails mails;
  private final Effects effects;

  /** Joins what confirming an address needs. */
  public Addresses(UserStore users, PasswordCheck check, Mails mails, Effects effects) {
    this.users = users;
    this.check = check;
    this.mails = mails;
    this.effects = effects;
  }

  /** Mails the user a new link that confirms the current address. */
  public void resend(User user) {
    mailLink(user, null);
  }

  /**
   * Asks for another address: it counts once the link mailed there was used.
   *
   * @throws TrueVaultException FORBIDDEN if the password is wrong
   */
  public void change(User user, String currentPassword, EmailAddress wanted) {
    check.demand(user, currentPassword);
    mailLink(user, wanted);
  }

  /**
   * Confirms an address by its mailed link; the link works once.
   *
   * @throws TrueVaultException INVALID if the link is void
   * @throws EmailTakenException if somebody else has taken the address meanwhile
   */
  public void confirm(String secret) {
    TokenHash hash = TokenHash.of(secret);
    effects.run(
        DataFile.USERS,
        out -> {
          User user =
              users.findByVerification(hash).flatMap(users::find).orElseThrow(Addresses::voidLink);
          Credentials credentials = users.credentials(user.id()).orElseThrow(Addresses::voidLink);
          Link open = credentials.verification();
          if (open == null || !open.expiresAt().isAfter(effects.now())) {
            throw voidLink();
          }
          EmailAddress pending = credentials.pendingEmail();
          users.update(user.id(), credentials.verifying(null, null));
          users.update(user.confirmed(pending == null ? user.email() : pending), effects.now());
          AuditLog.note(out, user.publicId(), "user.email-confirmed", user.publicId(), Map.of());
          if (pending != null) {
            tellOldAddress(out, user, pending);
          }
        });
  }

  private void tellOldAddress(Outgoing out, User user, EmailAddress now) {
    out.send(
        "user.email-changed",
        user.publicId(),
        Map.of("user", user.id().toString(), "email", now.canonical()));
    mails.queue(out, user.email().typed(), "email-changed", user.name().full(), "/");
  }

  private void mailLink(User user, @Nullable EmailAddress wanted) {
    String secret = effects.random().secret();
    Link link = new Link(TokenHash.of(secret), effects.now().plus(LINK_LIFE));
    String to = wanted == null ? user.email().typed() : wanted.typed();
    effects.run(
        DataFile.USERS,
        out -> {
          users
              .credentials(user.id())
              .ifPresent(c -> users.update(user.id(), c.verifying(link, wanted)));
          AuditLog.note(out, user.publicId(), "user.email-link-sent", user.publicId(), Map.of());
          mails.queue(out, to, "verify", user.name().full(), "/verify?token=" + secret);
        });
  }

  private static TrueVaultException voidLink() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "link-void",
        "this link was used already or is too old; ask for a new one");
  }
}
