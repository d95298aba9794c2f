package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.secret.TokenHash;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.ConstraintViolationException;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Credentials;
import com.truevault.user.EmailAddress;
import com.truevault.user.EmailTakenException;
import com.truevault.user.NewUser;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Erased users are found by id alone; every other statement passes them over. */
final class SqliteUserStore implements UserStore {
  private final SqliteFile users;
  private final SqliteCredentials credentials;

  SqliteUserStore(SqliteFile users) {
    this.users = users;
    this.credentials = new SqliteCredentials(users);
  }

  @Override
  public UserId add(NewUser user) {
    Parameters parameters =
        bind("public_id", user.publicId())
            .and("email", user.email().typed())
            .and("email_canonical", user.email().canonical())
            .and("first_name", user.name().first())
            .and("last_name", user.name().last())
            .and("role", UserRows.stored(user.role()))
            .and("account_type", UserRows.stored(user.membership()))
            .and("plan", user.membership().plan())
            .and("status", user.membership().status())
            .and("max_devices", user.membership().maxDevices())
            .and("password_hash", user.credentials().passwordHash())
            .and("created_at", user.createdAt());
    return refusingTakenEmail(
        () ->
            users.write(
                () -> {
                  UserId id = insert(parameters);
                  credentials.update(id, user.credentials());
                  return id;
                }));
  }

  @Override
  public Optional<User> find(UserId id) {
    return users.recall(new ById(id), () -> read(id));
  }

  private Optional<User> read(UserId id) {
    return users.find(
        """
        select id as user_id, public_id as user_public_id, email, email_canonical, first_name,
               last_name, role, account_type, plan, status, max_devices, email_verified,
               blocked_reason, created_at as user_created_at, last_login, deletion_due_at
          from users
         where id = :id
        """,
        bind("id", id.value()),
        UserRows::toUser);
  }

  @Override
  public Optional<User> findByPublicId(String publicId) {
    return users.find(
        """
        select id as user_id, public_id as user_public_id, email, email_canonical, first_name,
               last_name, role, account_type, plan, status, max_devices, email_verified,
               blocked_reason, created_at as user_created_at, last_login, deletion_due_at
          from users
         where public_id = :public_id and status <> 'deleted'
        """,
        bind("public_id", publicId),
        UserRows::toUser);
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email) {
    return users.find(
        """
        select id as user_id, public_id as user_public_id, email, email_canonical, first_name,
               last_name, role, account_type, plan, status, max_devices, email_verified,
               blocked_reason, created_at as user_created_at, last_login, deletion_due_at
          from users
         where email_canonical = :email and status <> 'deleted'
        """,
        bind("email", email.canonical()),
        UserRows::toUser);
  }

  @Override
  public Optional<Credentials> credentials(UserId id) {
    return credentials.find(id);
  }

  @Override
  public Optional<UserId> findByVerification(TokenHash hash) {
    return users.find(
        "select id from users where verification_token = :hash",
        bind("hash", hash.value()),
        row -> new UserId(row.number("id")));
  }

  @Override
  public Optional<UserId> findByReset(TokenHash hash) {
    return users.find(
        "select id from users where reset_token = :hash",
        bind("hash", hash.value()),
        row -> new UserId(row.number("id")));
  }

  /** Letters outside ASCII are found in the case in which they stand. */
  @Override
  public Page<User> search(String text, PageRequest page) {
    return Page.of(
        users.query(
            """
            select id as user_id, public_id as user_public_id, email, email_canonical, first_name,
                   last_name, role, account_type, plan, status, max_devices, email_verified,
                   blocked_reason, created_at as user_created_at, last_login, deletion_due_at
              from users
             where id > :after
               and status <> 'deleted'
               and (:text = ''
                 or instr(lower(email), lower(:text)) > 0
                 or instr(lower(first_name || ' ' || last_name), lower(:text)) > 0)
             order by id
             limit :limit
            """,
            bind("after", page.after()).and("text", text).and("limit", page.limit() + 1),
            UserRows::toUser),
        page,
        user -> user.id().value());
  }

  @Override
  public List<User> administrators() {
    return users.query(
        """
        select id as user_id, public_id as user_public_id, email, email_canonical, first_name,
               last_name, role, account_type, plan, status, max_devices, email_verified,
               blocked_reason, created_at as user_created_at, last_login, deletion_due_at
          from users
         where role = 'admin' and status <> 'deleted'
         order by id
        """,
        Parameters.none(),
        UserRows::toUser);
  }

  @Override
  public List<User> deletionDue(Instant now, int limit) {
    return users.query(
        """
        select id as user_id, public_id as user_public_id, email, email_canonical, first_name,
               last_name, role, account_type, plan, status, max_devices, email_verified,
               blocked_reason, created_at as user_created_at, last_login, deletion_due_at
          from users
         where deletion_due_at <= :now and status <> 'deleted'
         order by deletion_due_at, id
         limit :limit
        """,
        bind("now", now).and("limit", limit),
        UserRows::toUser);
  }

  @Override
  public long count() {
    return users.one(
        "select count(*) as n from users where status <> 'deleted'",
        Parameters.none(),
        row -> row.number("n"));
  }

  @Override
  public boolean update(User user, Instant at) {
    Parameters parameters =
        bind("id", user.id().value())
            .and("email", user.email().typed())
            .and("email_canonical", user.email().canonical())
            .and("first_name", user.name().first())
            .and("last_name", user.name().last())
            .and("role", UserRows.stored(user.role()))
            .and("account_type", UserRows.stored(user.membership()))
            .and("plan", user.membership().plan())
            .and("status", user.membership().status())
            .and("max_devices", user.membership().maxDevices())
            .and("email_verified", user.emailVerified())
            .and("blocked_reason", user.blockedReason())
            .and("last_login", user.lastLogin())
            .and("deletion_due_at", user.deletionDueAt())
            .and("at", at);
    return refusingTakenEmail(
        () ->
            users.update(
                    """
                    update users
                       set email = :email,
                           email_canonical = :email_canonical,
                           first_name = :first_name,
                           last_name = :last_name,
                           role = :role,
                           account_type = :account_type,
                           plan = :plan,
                           status = :status,
                           max_devices = :max_devices,
                           email_verified = :email_verified,
                           blocked_reason = :blocked_reason,
                           last_login = :last_login,
                           deletion_due_at = :deletion_due_at,
                           updated_at = :at
                     where id = :id and status <> 'deleted'
                    """,
                    parameters)
                > 0);
  }

  @Override
  public boolean update(UserId id, Credentials changed) {
    return credentials.update(id, changed);
  }

  @Override
  public boolean erase(UserId id, Instant at) {
    return users.write(
        () -> {
          credentials.forget(id);
          return erasePerson(id, at);
        });
  }

  @Override
  public void replaceRecoveryCodes(UserId id, List<TokenHash> codes) {
    credentials.replaceRecoveryCodes(id, codes);
  }

  @Override
  public boolean useRecoveryCode(UserId id, TokenHash code, Instant at) {
    return credentials.useRecoveryCode(id, code, at);
  }

  private UserId insert(Parameters parameters) {
    return users
        .updateReturning(
            """
            insert into users
              (public_id, email, email_canonical, first_name, last_name, role, account_type, plan,
               status, max_devices, password_hash, created_at, updated_at)
            values
              (:public_id, :email, :email_canonical, :first_name, :last_name, :role, :account_type,
               :plan, :status, :max_devices, :password_hash, :created_at, :created_at)
            returning id
            """,
            parameters,
            row -> new UserId(row.number("id")))
        .orElseThrow();
  }

  /** The address is unique, so what stands in its place carries the id. */
  private boolean erasePerson(UserId id, Instant at) {
    return users.update(
            """
            update users
               set email = 'erased-' || id || '@users.invalid',
                   email_canonical = 'erased-' || id || '@users.invalid',
                   first_name = '',
                   last_name = '',
                   status = 'deleted',
                   account_type = 'standard',
                   role = 'customer',
                   max_devices = 0,
                   email_verified = 0,
                   blocked_reason = null,
                   last_login = null,
                   deletion_due_at = null,
                   updated_at = :at
             where id = :id and status <> 'deleted'
            """,
            bind("id", id.value()).and("at", at))
        > 0;
  }

  private static <T> T refusingTakenEmail(Supplier<T> write) {
    try {
      return write.get();
    } catch (ConstraintViolationException e) {
      if (e.isTaken("users.email_canonical")) {
        throw new EmailTakenException();
      }
      throw e;
    }
  }

  private record ById(UserId id) {}
}
