package com.truevault.testing;

import com.truevault.peer.NodeKey;
import com.truevault.peer.NodeKey.Purpose;
import com.truevault.peer.NodeKeyStore;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.Optional;

final class InMemoryNodeKeyStore implements NodeKeyStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<NodeKey> rows;

  InMemoryNodeKeyStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public Optional<NodeKey> find(Purpose purpose) {
    return rows.first(row -> row.purpose() == purpose);
  }

  @Override
  public void add(NodeKey key, Instant at) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          if (find(key.purpose()).isPresent()) {
            throw new IllegalStateException(key.purpose() + " has a key already");
          }
          rows.add(key);
        });
  }
}
