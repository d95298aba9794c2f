package com.truevault.testing;

import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.EmailAddress;
import com.truevault.vip.VipEntry;
import com.truevault.vip.VipListedException;
import com.truevault.vip.VipStore;
import java.util.Optional;

final class InMemoryVipStore implements VipStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<VipEntry> rows;

  InMemoryVipStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.MAIN);
  }

  @Override
  public void add(VipEntry entry) {
    transactions.run(
        DataFile.MAIN,
        () -> {
          if (find(entry.email()).isPresent()) {
            throw new VipListedException();
          }
          rows.add(entry);
        });
  }

  @Override
  public Optional<VipEntry> find(EmailAddress email) {
    return rows.first(row -> row.email().equals(email));
  }

  @Override
  public Optional<VipEntry> findByPublicId(String publicId) {
    return rows.first(row -> row.publicId().equals(publicId));
  }

  @Override
  public Page<VipEntry> list(PageRequest page) {
    return rows.page(page, row -> true);
  }

  @Override
  public boolean update(VipEntry entry) {
    return rows.change(
            row -> row.publicId().equals(entry.publicId()),
            row ->
                new VipEntry(
                    row.publicId(),
                    row.email(),
                    row.addedBy(),
                    row.addedDate(),
                    entry.notes(),
                    entry.active()))
        > 0;
  }

  @Override
  public boolean remove(String publicId) {
    return rows.remove(row -> row.publicId().equals(publicId)) > 0;
  }
}
