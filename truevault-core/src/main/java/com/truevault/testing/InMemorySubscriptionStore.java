package com.truevault.testing;

import com.truevault.billing.BillingStatus;
import com.truevault.billing.Subscription;
import com.truevault.billing.SubscriptionLiveException;
import com.truevault.billing.SubscriptionStatus;
import com.truevault.billing.SubscriptionStore;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.user.Plan;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class InMemorySubscriptionStore implements SubscriptionStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Subscription> rows;

  InMemorySubscriptionStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions, DataFile.BILLING);
  }

  @Override
  public void add(Subscription subscription) {
    transactions.run(
        DataFile.BILLING,
        () -> {
          if (find(subscription.publicId()).isPresent()) {
            throw new IllegalStateException(
                "subscription " + subscription.publicId() + " is there already");
          }
          refuseTaken(subscription);
          rows.add(subscription);
        });
  }

  @Override
  public Optional<Subscription> find(String publicId) {
    return rows.first(row -> row.publicId().equals(publicId));
  }

  @Override
  public Optional<Subscription> findByGatewayId(String gatewayId) {
    return rows.first(row -> gatewayId.equals(row.gatewayId()));
  }

  @Override
  public List<Subscription> ofUser(UserId user) {
    return rows.rows().descendingMap().values().stream()
        .filter(row -> row.user().equals(user))
        .toList();
  }

  @Override
  public boolean update(Subscription subscription) {
    return transactions.write(
        DataFile.BILLING,
        () -> {
          refuseTaken(subscription);
          return rows.change(
                  row -> row.publicId().equals(subscription.publicId()), row -> subscription)
              > 0;
        });
  }

  @Override
  public Map<Plan, Long> activeByPlan() {
    return rows.all()
        .filter(row -> row.status() == SubscriptionStatus.ACTIVE)
        .collect(Collectors.groupingBy(Subscription::plan, Collectors.counting()));
  }

  @Override
  public List<Subscription> due(Instant now, int limit) {
    return rows.all()
        .filter(row -> isDue(row.standing().dueAt(), now))
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.standing().dueAt())))
        .limit(limit)
        .toList();
  }

  @Override
  public Page<Subscription> page(Set<BillingStatus> wanted, PageRequest request) {
    return rows.page(request, row -> wanted.isEmpty() || wanted.contains(row.standing().status()));
  }

  /** Refuses what is about a subscription that is not there. */
  void require(String publicId) {
    if (find(publicId).isEmpty()) {
      throw new IllegalStateException("there is no subscription " + publicId);
    }
  }

  @Override
  public List<Subscription> inReview(int limit) {
    return rows.all().filter(row -> row.standing().inReview()).limit(limit).toList();
  }

  private static boolean isDue(@Nullable Instant due, Instant now) {
    return due != null && !due.isAfter(now);
  }

  private void refuseTaken(Subscription wanted) {
    List<Subscription> others =
        rows.all().filter(row -> !row.publicId().equals(wanted.publicId())).toList();
    if (wanted.status().isLive()
        && others.stream()
            .anyMatch(row -> row.user().equals(wanted.user()) && row.status().isLive())) {
      throw new SubscriptionLiveException();
    }
    String gatewayId = wanted.gatewayId();
    if (gatewayId != null && others.stream().anyMatch(r -> gatewayId.equals(r.gatewayId()))) {
      throw new IllegalStateException("gateway id " + gatewayId + " is another subscription's");
    }
  }
}
