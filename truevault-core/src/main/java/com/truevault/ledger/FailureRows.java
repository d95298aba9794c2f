package com.truevault.ledger;

import com.truevault.billing.Fact.Failure;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of failed renewals true: one for each renewal, however often it was tried. */
final class FailureRows {
  private final PaymentStore payments;

  FailureRows(PaymentStore payments) {
    this.payments = payments;
  }

  void bring(Account account, @Nullable Instant endedAt) {
    List<FailedPayment> known = payments.failures(account.subscription().publicId());
    List<FailedPayment> wanted =
        byPayment(account).entrySet().stream()
            .map(tries -> row(account, tries.getValue(), paid(tries.getKey(), endedAt)))
            .toList();
    wanted.stream().filter(row -> !known.contains(row)).forEach(payments::put);
    // An earlier try that was learned late takes over the row of the later one.
    known.stream()
        .filter(row -> row.resolvedAt() == null)
        .filter(row -> wanted.stream().noneMatch(w -> w.failedAt().equals(row.failedAt())))
        .forEach(row -> payments.put(resolved(row)));
  }

  /** Failures by the payment that came after them; those that none came after at the end. */
  private static Map<Instant, List<Failure>> byPayment(Account account) {
    List<Instant> paid =
        account.sales().stream()
            .filter(sale -> sale.state() == SaleState.COMPLETED)
            .map(Sale::at)
            .toList();
    return account
        .of(Failure.class)
        .sorted(Comparator.comparing(Failure::at))
        .collect(
            Collectors.groupingBy(
                failure -> firstAfter(paid, failure.at()), TreeMap::new, Collectors.toList()));
  }

  private static Instant firstAfter(List<Instant> paid, Instant failedAt) {
    return paid.stream().filter(at -> at.isAfter(failedAt)).findFirst().orElse(Instant.MAX);
  }

  private static @Nullable Instant paid(Instant at, @Nullable Instant endedAt) {
    return at.equals(Instant.MAX) ? endedAt : at;
  }

  private static FailedPayment row(
      Account account, List<Failure> tries, @Nullable Instant resolvedAt) {
    Failure first = tries.get(0);
    Failure last = tries.get(tries.size() - 1);
    return new FailedPayment(
        account.subscription().user(),
        account.subscription().publicId(),
        first.amount(),
        last.reason(),
        first.at(),
        tries.size() - 1,
        resolvedAt == null ? last.nextRetry() : null,
        resolvedAt);
  }

  private static FailedPayment resolved(FailedPayment row) {
    return new FailedPayment(
        row.user(),
        row.subscription(),
        row.amount(),
        row.reason(),
        row.failedAt(),
        row.retryCount(),
        null,
        row.failedAt());
  }
}
