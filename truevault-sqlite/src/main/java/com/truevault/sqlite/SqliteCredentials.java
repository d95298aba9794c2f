package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.secret.TokenHash;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.Credentials;
import com.truevault.user.Credentials.Link;
import com.truevault.user.Credentials.SecondFactor;
import com.truevault.user.EmailAddress;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of users that prove who somebody is, and the recovery codes. */
final class SqliteCredentials {
  private final SqliteFile users;

  SqliteCredentials(SqliteFile users) {
    this.users = users;
  }

  Optional<Credentials> find(UserId id) {
    return users.find(
        """
        select password_hash, verification_token, verification_token_expires, reset_token,
               reset_token_expires, pending_email, totp_secret, totp_pending_secret, totp_last_step
          from users
         where id = :id and status <> 'deleted'
        """,
        bind("id", id.value()),
        SqliteCredentials::toCredentials);
  }

  boolean update(UserId id, Credentials c) {
    Link verification = c.verification();
    Link reset = c.reset();
    EmailAddress pending = c.pendingEmail();
    SecondFactor factor = c.secondFactor();
    return users.update(
            """
            update users
               set password_hash = :password_hash,
                   verification_token = :verification_token,
                   verification_token_expires = :verification_token_expires,
                   reset_token = :reset_token,
                   reset_token_expires = :reset_token_expires,
                   pending_email = :pending_email,
                   totp_secret = :totp_secret,
                   totp_pending_secret = :totp_pending_secret,
                   totp_last_step = :totp_last_step
             where id = :id and status <> 'deleted'
            """,
            bind("id", id.value())
                .and("password_hash", c.passwordHash())
                .and(
                    "verification_token", verification == null ? null : verification.hash().value())
                .and(
                    "verification_token_expires",
                    verification == null ? null : verification.expiresAt())
                .and("reset_token", reset == null ? null : reset.hash().value())
                .and("reset_token_expires", reset == null ? null : reset.expiresAt())
                .and("pending_email", pending == null ? null : pending.typed())
                .and("totp_secret", secret(factor, true))
                .and("totp_pending_secret", secret(factor, false))
                .and("totp_last_step", factor == null ? null : factor.lastStep()))
        > 0;
  }

  /** Removes everything that could let the user in; the hash matches no password. */
  void forget(UserId id) {
    update(id, Credentials.ofPassword("-"));
    users.update("delete from sessions where user_id = :id", bind("id", id.value()));
    users.update("delete from recovery_codes where user_id = :id", bind("id", id.value()));
  }

  void replaceRecoveryCodes(UserId id, List<TokenHash> codes) {
    users.write(
        () -> {
          users.update("delete from recovery_codes where user_id = :id", bind("id", id.value()));
          codes.forEach(code -> add(id, code));
          return codes;
        });
  }

  boolean useRecoveryCode(UserId id, TokenHash code, Instant at) {
    return users.update(
            """
            update recovery_codes
               set used_at = :at
             where user_id = :user_id and code_hash = :code_hash and used_at is null
            """,
            bind("user_id", id.value()).and("code_hash", code.value()).and("at", at))
        > 0;
  }

  private void add(UserId id, TokenHash code) {
    users.update(
        "insert into recovery_codes (user_id, code_hash) values (:user_id, :code_hash)",
        bind("user_id", id.value()).and("code_hash", code.value()));
  }

  private static @Nullable String secret(@Nullable SecondFactor factor, boolean active) {
    return factor != null && factor.active() == active ? factor.sealedSecret() : null;
  }

  private static Credentials toCredentials(Row row) {
    String pending = row.textOrNull("pending_email");
    return new Credentials(
        row.text("password_hash"),
        link(row, "verification_token"),
        link(row, "reset_token"),
        pending == null ? null : EmailAddress.of(pending),
        factor(row));
  }

  private static @Nullable Link link(Row row, String column) {
    String hash = row.textOrNull(column);
    return hash == null ? null : new Link(new TokenHash(hash), row.instant(column + "_expires"));
  }

  private static @Nullable SecondFactor factor(Row row) {
    String active = row.textOrNull("totp_secret");
    String secret = active == null ? row.textOrNull("totp_pending_secret") : active;
    return secret == null
        ? null
        : new SecondFactor(secret, active != null, row.number("totp_last_step"));
  }
}
