package com.truevault.paypal;

import com.truevault.billing.Fact;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes sales, fees and failures of a subscription's transactions. */
final class TransactionReading {
  /** PayPal notes the same failure with the transaction and with the subscription. */
  private static final Duration SAME_FAILURE = Duration.ofHours(1);

  private final String subscription;
  private final Doc lastFailure;
  private final Findings findings;

  /**
   * Reads transactions of that subscription.
   *
   * @param lastFailure what PayPal says of its last failure; empty if there was none
   */
  TransactionReading(String subscription, Doc lastFailure, Findings findings) {
    this.subscription = subscription;
    this.lastFailure = lastFailure;
    this.findings = findings;
  }

  void read(List<Doc> transactions) {
    for (Doc transaction : transactions) {
      findings.about("the transaction " + transaction.text("id"), () -> transaction(transaction));
    }
    findings.about("the last failure", () -> lastFailure(transactions));
  }

  private void transaction(Doc transaction) {
    String id = transaction.text("id");
    Instant at = required(transaction.time("time"), "its time");
    Doc amounts = transaction.object("amount_with_breakdown");
    Money gross = required(amounts.money("gross_amount"), "its amount");
    if (gross.minor() <= 0) {
      throw new DoubtfulException("the amount " + gross + " is no payment");
    }
    SaleState state = state(transaction.text("status"));
    findings.add(new Fact.Sale(id, state, gross, at));
    if (state == SaleState.DENIED) {
      findings.add(declined(transaction, gross, at));
    }
    Money fee = amounts.money("fee_amount");
    if (state == SaleState.COMPLETED && fee != null && fee.minor() != 0) {
      findings.add(new Fact.Fee(id, positive(fee), at));
    }
  }

  private static SaleState state(String status) {
    return switch (status) {
      case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" -> SaleState.COMPLETED;
      case "PENDING" -> SaleState.PENDING;
      case "DECLINED" -> SaleState.DENIED;
      default -> throw new DoubtfulException("the status \"" + status + "\" is not known here");
    };
  }

  private Fact.Failure declined(Doc transaction, Money gross, Instant at) {
    if (isSame(at, lastFailure.time("time"))) {
      return noted(lastFailure, gross, at);
    }
    String reason = transaction.object("status_details").text("reason");
    return new Fact.Failure(subscription, at, gross, reason.isEmpty() ? "DECLINED" : reason, null);
  }

  private Fact.Failure noted(Doc noted, Money amount, Instant at) {
    String reason = noted.text("reason_code");
    Instant retry = noted.time("next_payment_retry_time");
    return new Fact.Failure(
        subscription,
        at,
        amount,
        reason.isEmpty() ? "PAYMENT_DENIED" : reason,
        retry == null ? noted.time("next_payment_retry_date") : retry);
  }

  private void lastFailure(List<Doc> transactions) {
    Instant at = lastFailure.time("time");
    if (at == null || transactions.stream().anyMatch(each -> isDeclined(each, at))) {
      return;
    }
    findings.add(noted(lastFailure, required(lastFailure.money("amount"), "its amount"), at));
  }

  private static boolean isDeclined(Doc transaction, Instant at) {
    return transaction.text("status").equals("DECLINED") && isSame(at, transaction.time("time"));
  }

  private static boolean isSame(Instant at, @Nullable Instant other) {
    return other != null && Duration.between(at, other).abs().compareTo(SAME_FAILURE) < 0;
  }

  private static Money positive(Money amount) {
    return new Money(Math.abs(amount.minor()), amount.currency());
  }

  private static <T> T required(@Nullable T value, String what) {
    if (value == null) {
      throw new DoubtfulException("paypal does not say " + what);
    }
    return Objects.requireNonNull(value);
  }
}
