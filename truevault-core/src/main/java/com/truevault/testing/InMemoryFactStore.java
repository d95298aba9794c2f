package com.truevault.testing;

import com.truevault.billing.Fact;
import com.truevault.billing.FactForm;
import com.truevault.billing.FactStore;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryFactStore implements FactStore {
  private final InMemoryTransactions transactions;
  private final InMemorySubscriptionStore subscriptions;
  private final InMemoryTable<Row> rows;

  InMemoryFactStore(InMemoryTransactions transactions, InMemorySubscriptionStore subscriptions) {
    this.transactions = transactions;
    this.subscriptions = subscriptions;
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public List<Fact> add(String subscription, List<Fact> facts, Instant recordedAt) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          subscriptions.require(subscription);
          Set<String> known = rows.all().map(Row::key).collect(Collectors.toSet());
          List<Fact> added = new ArrayList<>();
          for (Fact fact : facts) {
            if (known.add(fact.key())) {
              rows.add(new Row(subscription, fact.key(), new Recorded(fact, recordedAt)));
              added.add(fact);
            }
          }
          return List.copyOf(added);
        });
  }

  @Override
  public List<Recorded> of(String subscription) {
    return rows.all()
        .filter(row -> row.subscription().equals(subscription))
        .map(Row::recorded)
        .toList();
  }

  @Override
  public Optional<String> subscriptionOfSale(String saleId) {
    return rows.first(row -> saleId.equals(FactForm.details(row.recorded().fact()).get("saleId")))
        .map(Row::subscription);
  }

  private record Row(String subscription, String key, Recorded recorded) {}
}
