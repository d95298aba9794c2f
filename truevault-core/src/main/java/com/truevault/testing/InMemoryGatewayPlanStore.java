package com.truevault.testing;

import com.truevault.billing.GatewayPlan;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.store.DataFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class InMemoryGatewayPlanStore implements GatewayPlanStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<GatewayPlan> rows;

  InMemoryGatewayPlanStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public boolean add(GatewayPlan plan, Instant at) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          boolean isNew = find(plan.mode(), plan.id()).isEmpty();
          if (isNew) {
            rows.add(plan);
          }
          return isNew;
        });
  }

  @Override
  public boolean replace(GatewayPlan plan) {
    return rows.change(row -> is(row, plan.mode(), plan.id()), row -> plan) > 0;
  }

  @Override
  public Optional<GatewayPlan> find(String mode, String id) {
    return rows.first(row -> is(row, mode, id));
  }

  @Override
  public List<GatewayPlan> list(String mode) {
    return rows.all().filter(row -> row.mode().equals(mode)).toList();
  }

  private static boolean is(GatewayPlan row, String mode, String id) {
    return row.mode().equals(mode) && row.id().equals(id);
  }
}
