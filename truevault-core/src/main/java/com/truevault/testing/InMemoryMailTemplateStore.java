package com.truevault.testing;

import com.truevault.mail.MailTemplate;
import com.truevault.mail.MailTemplateStore;
import com.truevault.store.DataFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class InMemoryMailTemplateStore implements MailTemplateStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<MailTemplate> rows;

  InMemoryMailTemplateStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.MAIN);
  }

  @Override
  public Optional<MailTemplate> find(String template) {
    return rows.first(row -> row.template().equals(template));
  }

  @Override
  public List<MailTemplate> all() {
    return rows.all().sorted(Comparator.comparing(MailTemplate::template)).toList();
  }

  @Override
  public void put(MailTemplate changed) {
    transactions.run(
        DataFile.MAIN,
        () -> {
          if (rows.change(row -> row.template().equals(changed.template()), row -> changed) == 0) {
            rows.add(changed);
          }
        });
  }

  @Override
  public boolean remove(String template) {
    return rows.remove(row -> row.template().equals(template)) > 0;
  }
}
