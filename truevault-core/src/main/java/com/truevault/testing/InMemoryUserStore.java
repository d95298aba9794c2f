package com.truevault.testing;

import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Credentials;
import com.truevault.user.EmailAddress;
import com.truevault.user.EmailTakenException;
import com.truevault.user.NewUser;
import com.truevault.user.Session;
import com.truevault.user.User;
import com.truevault.user.UserId;
import com.truevault.user.UserStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

final class InMemoryUserStore implements UserStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<UserRow> rows;
  private final InMemoryTable<Session> sessions;
  private final InMemoryTable<RecoveryCode> codes;

  InMemoryUserStore(InMemoryTransactions transactions, InMemoryTable<Session> sessions) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.rows = new InMemoryTable<>(transactions, DataFile.USERS);
    this.codes = new InMemoryTable<>(transactions, DataFile.USERS);
  }

  @Override
  public UserId add(NewUser user) {
    return transactions.write(
        DataFile.USERS,
        () -> {
          refuseTaken(user.email(), null);
          return new UserId(rows.add(id -> UserRow.of(new UserId(id), user)));
        });
  }

  @Override
  public Optional<User> find(UserId id) {
    return Optional.ofNullable(rows.rows().get(id.value())).map(UserRow::user);
  }

  @Override
  public Optional<User> findByPublicId(String publicId) {
    return present(row -> row.user().publicId().equals(publicId)).map(UserRow::user);
  }

  @Override
  public Optional<User> findByEmail(EmailAddress email) {
    return present(row -> row.user().email().equals(email)).map(UserRow::user);
  }

  @Override
  public Optional<Credentials> credentials(UserId id) {
    return present(row -> row.user().id().equals(id)).map(UserRow::credentials);
  }

  @Override
  public Optional<UserId> findByVerification(TokenHash hash) {
    return present(row -> UserRow.has(row.credentials().verification(), hash))
        .map(row -> row.user().id());
  }

  @Override
  public Optional<UserId> findByReset(TokenHash hash) {
    return present(row -> UserRow.has(row.credentials().reset(), hash)).map(row -> row.user().id());
  }

  @Override
  public Page<User> search(String text, PageRequest page) {
    String wanted = text.toLowerCase(Locale.ROOT);
    Page<UserRow> found = rows.page(page, row -> !row.isErased() && row.holds(wanted));
    return new Page<>(found.items().stream().map(UserRow::user).toList(), found.next());
  }

  @Override
  public List<User> administrators() {
    return rows.all()
        .filter(row -> !row.isErased())
        .map(UserRow::user)
        .filter(User::isAdministrator)
        .toList();
  }

  @Override
  public List<User> deletionDue(Instant now, int limit) {
    return rows.all()
        .filter(row -> row.isDue(now))
        .map(UserRow::user)
        .sorted(Comparator.comparing(InMemoryUserStore::due))
        .limit(limit)
        .toList();
  }

  @Override
  public long count() {
    return rows.all().filter(row -> !row.isErased()).count();
  }

  @Override
  public boolean update(User user, Instant at) {
    return transactions.write(
        DataFile.USERS,
        () -> {
          refuseTaken(user.email(), user.id());
          return change(user.id(), row -> new UserRow(user, row.credentials()));
        });
  }

  @Override
  public boolean update(UserId id, Credentials credentials) {
    return change(id, row -> new UserRow(row.user(), credentials));
  }

  @Override
  public boolean erase(UserId id, Instant at) {
    return transactions.write(
        DataFile.USERS,
        () -> {
          sessions.remove(session -> session.user().equals(id));
          codes.remove(code -> code.user().equals(id));
          return change(id, UserRow::erased);
        });
  }

  @Override
  public void replaceRecoveryCodes(UserId id, List<TokenHash> hashes) {
    transactions.run(
        DataFile.USERS,
        () -> {
          codes.remove(code -> code.user().equals(id));
          hashes.forEach(hash -> codes.add(new RecoveryCode(id, hash, false)));
        });
  }

  @Override
  public boolean useRecoveryCode(UserId id, TokenHash hash, Instant at) {
    RecoveryCode unused = new RecoveryCode(id, hash, false);
    return codes.change(unused::equals, code -> new RecoveryCode(id, hash, true)) > 0;
  }

  private static Instant due(User user) {
    return Objects.requireNonNullElse(user.deletionDueAt(), Instant.MAX);
  }

  private Optional<UserRow> present(Predicate<UserRow> wanted) {
    return rows.first(row -> !row.isErased() && wanted.test(row));
  }

  private boolean change(UserId id, UnaryOperator<UserRow> change) {
    return rows.change(row -> row.user().id().equals(id) && !row.isErased(), change) > 0;
  }

  private void refuseTaken(EmailAddress email, @Nullable UserId owner) {
    if (present(row -> row.user().email().equals(email) && !row.user().id().equals(owner))
        .isPresent()) {
      throw new EmailTakenException();
    }
  }

  private record RecoveryCode(UserId user, TokenHash hash, boolean used) {}
}
