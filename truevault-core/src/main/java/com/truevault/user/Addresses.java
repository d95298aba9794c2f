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
  /** The topic that tells of an address confirmed; its payload names {@code user}. */
  public static final String TOPIC = "user.email-confirmed";

  static final Duration LINK_LIFE = Duration.ofHours(24);

  private final UserStore users;
  private final PasswordCheck check;
  private final Mails mails;
  private final Effects effects;
  private final MailQuota quota;

  /** Joins what confirming an address needs. */
  public Addresses(UserStore users, PasswordCheck check, Outbound outbound) {
    this.users = users;
    this.check = check;
    this.mails = outbound.mails();
    this.effects = outbound.effects();
    this.quota = outbound.quota();
  }

  /**
   * Mails the user a new link that confirms the current address.
   *
   * @throws TooManyAttemptsException if that address got too many within the hour
   */
  public void resend(User user) {
    mailLink(user, null);
  }

  /**
   * Asks for another address: it counts once the link mailed there was used.
   *
   * @throws TrueVaultException FORBIDDEN if the password is wrong
   * @throws TooManyAttemptsException if that address got too many mails within the hour
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
          users.update(user.id(), credentials.confirmed());
          confirmed(out, user.publicId(), user.confirmed(pending == null ? user.email() : pending));
          if (pending != null) {
            mails.queue(out, user.email().deliverable(), "email-changed", user.name().full(), "/");
          }
        });
  }

  /**
   * Takes a user's address as confirmed, on the word of somebody who knows that it is theirs.
   *
   * @param actor who says so, for the audit log
   */
  public User vouch(String actor, User user) {
    return effects.write(
        DataFile.USERS,
        out -> {
          User now = users.find(user.id()).orElse(user);
          users
              .credentials(now.id())
              .filter(credentials -> credentials.pendingEmail() == null)
              .ifPresent(credentials -> users.update(now.id(), credentials.confirmed()));
          return confirmed(out, actor, now.confirmed(now.email()));
        });
  }

  private User confirmed(Outgoing out, String actor, User user) {
    users.update(user, effects.now());
    AuditLog.note(out, actor, "user.email-confirmed", user.publicId(), Map.of());
    out.send(TOPIC, user.publicId(), Map.of("user", user.id().toString()));
    return user;
  }

  private void mailLink(User user, @Nullable EmailAddress wanted) {
    String secret = effects.random().secret();
    Link link = new Link(TokenHash.of(secret), effects.now().plus(LINK_LIFE));
    EmailAddress to = wanted == null ? user.email() : wanted;
    effects.run(
        DataFile.USERS,
        out -> {
          quota.demand(wanted == null ? "verify" : "change", to);
          users
              .credentials(user.id())
              .ifPresent(c -> users.update(user.id(), c.verifying(link, wanted)));
          AuditLog.note(out, user.publicId(), "user.email-link-sent", user.publicId(), Map.of());
          mails.queue(
              out, to.deliverable(), "verify", user.name().full(), "/verify?token=" + secret);
        });
  }

  private static TrueVaultException voidLink() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "link-void",
        "this link was used already or is too old; ask for a new one");
  }
}
