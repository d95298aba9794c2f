package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.secret.TokenHash;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Session;
import com.truevault.user.Session.Origin;
import com.truevault.user.SessionStore;
import com.truevault.user.SignedIn;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class SqliteSessionStore implements SessionStore {
  private final SqliteFile users;

  SqliteSessionStore(SqliteFile users) {
    this.users = users;
  }

  @Override
  public void add(Session session) {
    String network = session.origin().network();
    users.update(
        """
        insert into sessions
          (public_id, user_id, token, ip_address, user_agent, created_at, expires_at, last_activity)
        values
          (:public_id, :user_id, :token, :ip_address, :user_agent, :created_at, :expires_at,
           :last_activity)
        """,
        bind("public_id", session.publicId())
            .and("user_id", session.user().value())
            .and("token", session.token().value())
            .and("ip_address", network.isEmpty() ? null : network)
            .and("user_agent", session.origin().userAgent())
            .and("created_at", session.createdAt())
            .and("expires_at", session.expiresAt())
            .and("last_activity", session.lastActivity()));
  }

  @Override
  public Optional<SignedIn> find(TokenHash token) {
    return users.recall(new ByToken(token), () -> read(token));
  }

  private Optional<SignedIn> read(TokenHash token) {
    return users.find(
        """
        select s.public_id, s.token, s.ip_address, s.user_agent, s.created_at, s.expires_at,
               s.last_activity,
               u.id as user_id, u.public_id as user_public_id, u.email, u.email_canonical,
               u.first_name, u.last_name, u.role, u.account_type, u.plan, u.status, u.max_devices,
               u.email_verified, u.blocked_reason, u.created_at as user_created_at, u.last_login,
               u.deletion_due_at
          from sessions s
          join users u on u.id = s.user_id
         where s.token = :token and s.is_valid = 1
        """,
        bind("token", token.value()),
        SqliteSessionStore::toSignedIn);
  }

  @Override
  public List<Session> ofUser(UserId user) {
    return users.query(
        """
        select public_id, user_id, token, ip_address, user_agent, created_at, expires_at,
               last_activity
          from sessions
         where user_id = :user_id and is_valid = 1
         order by id desc
        """,
        bind("user_id", user.value()),
        SqliteSessionStore::toSession);
  }

  @Override
  public Page<SignedIn> list(PageRequest page) {
    return Numbered.page(
        users.query(
            """
            select s.id, s.public_id, s.token, s.ip_address, s.user_agent, s.created_at,
                   s.expires_at, s.last_activity,
                   u.id as user_id, u.public_id as user_public_id, u.email, u.email_canonical,
                   u.first_name, u.last_name, u.role, u.account_type, u.plan, u.status,
                   u.max_devices, u.email_verified, u.blocked_reason,
                   u.created_at as user_created_at, u.last_login, u.deletion_due_at
              from sessions s
              join users u on u.id = s.user_id
             where s.id > :after and s.is_valid = 1
             order by s.id
             limit :limit
            """,
            bind("after", page.after()).and("limit", page.limit() + 1),
            row -> new Numbered<>(row.number("id"), toSignedIn(row))),
        page);
  }

  @Override
  public void touch(TokenHash token, Instant at) {
    users.update(
        "update sessions set last_activity = :at where token = :token",
        bind("token", token.value()).and("at", at));
  }

  @Override
  public boolean remove(UserId user, String publicId) {
    return users.update(
            "delete from sessions where user_id = :user_id and public_id = :public_id",
            bind("user_id", user.value()).and("public_id", publicId))
        > 0;
  }

  @Override
  public boolean remove(String publicId) {
    return users.update(
            "delete from sessions where public_id = :public_id", bind("public_id", publicId))
        > 0;
  }

  @Override
  public int removeOthers(UserId user, String sparedPublicId) {
    return users.update(
        "delete from sessions where user_id = :user_id and public_id <> :spared",
        bind("user_id", user.value()).and("spared", sparedPublicId));
  }

  @Override
  public int removeExpired(Instant now) {
    return users.update("delete from sessions where expires_at <= :now", bind("now", now));
  }

  private static SignedIn toSignedIn(Row row) {
    return new SignedIn(toSession(row), UserRows.toUser(row));
  }

  private static Session toSession(Row row) {
    return new Session(
        row.text("public_id"),
        new UserId(row.number("user_id")),
        new TokenHash(row.text("token")),
        new Origin(row.textOrEmpty("ip_address"), row.textOrEmpty("user_agent")),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.instant("last_activity"));
  }

  private record ByToken(TokenHash token) {}
}
