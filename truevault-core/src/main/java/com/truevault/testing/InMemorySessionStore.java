package com.truevault.testing;

import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Session;
import com.truevault.user.SessionStore;
import com.truevault.user.SignedIn;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemorySessionStore implements SessionStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Session> rows;
  private final InMemoryUserStore users;

  InMemorySessionStore(
      InMemoryTransactions transactions, InMemoryTable<Session> rows, InMemoryUserStore users) {
    this.transactions = transactions;
    this.rows = rows;
    this.users = users;
  }

  @Override
  public void add(Session session) {
    transactions.run(
        DataFile.USERS,
        () -> {
          if (users.find(session.user()).isEmpty()
              || rows.has(row -> row.token().equals(session.token()))
              || rows.has(row -> row.publicId().equals(session.publicId()))) {
            throw new IllegalStateException(
                "session " + session.publicId() + " is there already or has no user");
          }
          rows.add(session);
        });
  }

  @Override
  public Optional<SignedIn> find(TokenHash token) {
    return rows.first(row -> row.token().equals(token)).flatMap(this::withUser);
  }

  @Override
  public List<Session> ofUser(UserId user) {
    return rows.rows().descendingMap().values().stream()
        .filter(row -> row.user().equals(user))
        .toList();
  }

  @Override
  public Page<SignedIn> list(PageRequest page) {
    Page<Session> found = rows.page(page, row -> true);
    return new Page<>(
        found.items().stream().flatMap(row -> withUser(row).stream()).toList(), found.next());
  }

  @Override
  public void touch(TokenHash token, Instant at) {
    rows.change(row -> row.token().equals(token), row -> touched(row, at));
  }

  @Override
  public boolean remove(UserId user, String publicId) {
    return rows.remove(row -> row.user().equals(user) && row.publicId().equals(publicId)) > 0;
  }

  @Override
  public boolean remove(String publicId) {
    return rows.remove(row -> row.publicId().equals(publicId)) > 0;
  }

  @Override
  public int removeOthers(UserId user, String sparedPublicId) {
    return rows.remove(row -> row.user().equals(user) && !row.publicId().equals(sparedPublicId));
  }

  @Override
  public int removeExpired(Instant now) {
    return rows.remove(row -> !row.expiresAt().isAfter(now));
  }

  private Optional<SignedIn> withUser(Session session) {
    return users.find(session.user()).map(user -> new SignedIn(session, user));
  }

  private static Session touched(Session row, Instant at) {
    return new Session(
        row.publicId(),
        row.user(),
        row.token(),
        row.origin(),
        row.createdAt(),
        row.expiresAt(),
        at);
  }
}
