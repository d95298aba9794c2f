package com.truevault.testing;

import com.truevault.server.Server;
import com.truevault.server.ServerKey;
import com.truevault.server.ServerKeyTakenException;
import com.truevault.server.ServerStore;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class InMemoryServerStore implements ServerStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Server> rows;

  InMemoryServerStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public void add(Server server, Instant at) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          if (find(server.key()).isPresent()) {
            throw new ServerKeyTakenException(server.key());
          }
          rows.add(server);
        });
  }

  @Override
  public Optional<Server> find(ServerKey key) {
    return rows.first(row -> row.key().equals(key));
  }

  @Override
  public List<Server> all() {
    return rows.all()
        .sorted(Comparator.comparingInt(server -> server.label().displayOrder()))
        .toList();
  }

  @Override
  public boolean update(Server server, Instant at) {
    return rows.change(row -> row.key().equals(server.key()), row -> server) > 0;
  }

  @Override
  public boolean updateReach(ServerKey key, boolean online, @Nullable Instant lastPing) {
    return rows.change(
            row -> row.key().equals(key),
            row -> row.with(new Server.State(row.state().active(), online, lastPing)))
        > 0;
  }
}
