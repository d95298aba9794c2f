package com.truevault.user;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditLog;
import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.SecretBox;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.user.Credentials.SecondFactor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Sign-in codes by an app, and ten recovery codes for the day the phone is lost. A code works once.
 * Safe for use by many threads.
 */
public final class SecondFactors {
  private static final int SECRET_BYTES = 20;
  private static final int RECOVERY_CODES = 10;
  private static final String PURPOSE = "code";

  private final UserStore users;
  private final SessionStore sessions;
  private final Throttle throttle;
  private final SecretBox box;
  private final Mails mails;
  private final Effects effects;

  /** Keeps secrets sealed in the given store. */
  public SecondFactors(
      UserStore users, SessionStore sessions, Throttle throttle, SecretBox box, Outbound outbound) {
    this.users = users;
    this.sessions = sessions;
    this.throttle = throttle;
    this.box = box;
    this.mails = outbound.mails();
    this.effects = outbound.effects();
  }

  /** Whether the user must present a code to sign in. */
  public boolean isActive(User user) {
    return users
        .credentials(user.id())
        .map(Credentials::secondFactor)
        .filter(SecondFactor::active)
        .isPresent();
  }

  /**
   * Makes a new secret for the user's app; codes are not asked for before {@link #confirm}.
   *
   * @param issuer the name the app shows
   */
  public Enrolment begin(User user, String issuer) {
    if (isActive(user)) {
      throw new TrueVaultException(
          ErrorKind.CONFLICT,
          "second-factor-active",
          "sign-in codes are on already; switch them off first");
    }
    String secret = Totp.encode(effects.random().bytes(SECRET_BYTES));
    save(user, new SecondFactor(box.seal(place(user), secret), false, 0));
    return new Enrolment(secret, issuer, user.email().canonical());
  }

  /**
   * Switches codes on once the app proved that it has the secret, and ends all other sessions.
   *
   * @param sparedSession the public id of the session that goes on
   * @return recovery codes, shown once and kept as hashes
   */
  public List<String> confirm(User user, String code, String sparedSession) {
    throttle.check(PURPOSE, user.publicId());
    List<String> codes =
        Stream.generate(() -> effects.random().id().substring(0, 12))
            .limit(RECOVERY_CODES)
            .toList();
    boolean confirmed =
        effects.write(
            DataFile.USERS,
            out -> {
              SecondFactor factor =
                  users.credentials(user.id()).map(Credentials::secondFactor).orElse(null);
              OptionalLong step = factor == null ? OptionalLong.empty() : match(user, factor, code);
              if (factor == null || step.isEmpty()) {
                throttle.failed(PURPOSE, user.publicId());
                return false;
              }
              save(user, new SecondFactor(factor.sealedSecret(), true, step.getAsLong()));
              users.replaceRecoveryCodes(user.id(), codes.stream().map(TokenHash::of).toList());
              changed(out, user, "on", sparedSession);
              return true;
            });
    if (!confirmed) {
      throw codeWrong();
    }
    return codes;
  }

  /** Switches codes off and ends all other sessions; the caller has demanded the password. */
  public void disable(User user, String sparedSession) {
    effects.run(
        DataFile.USERS,
        out -> {
          users
              .credentials(user.id())
              .ifPresent(c -> users.update(user.id(), c.secondFactor(null)));
          users.replaceRecoveryCodes(user.id(), List.of());
          changed(out, user, "off", sparedSession);
        });
  }

  /** Whether a code or recovery code is good; uses it up. Call inside a users transaction. */
  boolean accept(User user, String typed) {
    throttle.check(PURPOSE, user.publicId());
    String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    SecondFactor factor = users.credentials(user.id()).map(Credentials::secondFactor).orElse(null);
    OptionalLong step = factor == null ? OptionalLong.empty() : match(user, factor, code);
    if (factor != null && step.isPresent()) {
      save(user, new SecondFactor(factor.sealedSecret(), true, step.getAsLong()));
      return true;
    }
    if (users.useRecoveryCode(user.id(), TokenHash.of(code), effects.now())) {
      return true;
    }
    throttle.failed(PURPOSE, user.publicId());
    return false;
  }

  private OptionalLong match(User user, SecondFactor factor, String code) {
    String secret = box.open(place(user), factor.sealedSecret());
    return Totp.match(secret, code, effects.now(), factor.lastStep());
  }

  private void save(User user, SecondFactor factor) {
    users.credentials(user.id()).ifPresent(c -> users.update(user.id(), c.secondFactor(factor)));
  }

  private void changed(Outgoing out, User user, String how, String sparedSession) {
    sessions.removeOthers(user.id(), sparedSession);
    AuditLog.note(out, user.publicId(), "user.second-factor-" + how, user.publicId(), Map.of());
    mails.queue(
        out, user.email().deliverable(), "second-factor-changed", user.name().full(), "/forgot");
  }

  private static SecretBox.Place place(User user) {
    return new SecretBox.Place("users", "users", "totp_secret", user.publicId());
  }

  private static TrueVaultException codeWrong() {
    return new TrueVaultException(
        ErrorKind.INVALID,
        "code-wrong",
        "the code is not right; check the clock of your phone and type the newest code");
  }

  /**
   * What the user's app needs.
   *
   * @param secret base32, to be typed where the QR code cannot be scanned
   */
  public record Enrolment(String secret, String issuer, String address) {
    /** The address that authenticator apps read from a QR code. */
    public String uri() {
      return "otpauth://totp/"
          + encode(issuer + ":" + address)
          + "?secret="
          + secret
          + "&issuer="
          + encode(issuer)
          + "&algorithm=SHA1&digits=6&period=30";
    }

    private static String encode(String text) {
      return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
          .replace("+", "%20");
    }

    @Override
    public String toString() {
      return "Enrolment[hidden]";
    }
  }
}
