package com.truevault.subscription;

import com.truevault.billing.BillingState;
import com.truevault.billing.Fact;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Review;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.ledger.Account;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.ledger.PaymentStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a person has to look at: what the state doubts, and what only the books can tell. */
record Doubts(Dossier file, BillingState state, PaymentStore payments) {
  /** More invoices for one user and day are not issued without a look. */
  private static final int MOST_INVOICES_A_DAY = 2;

  List<Fact> found() {
    List<Fact> found = new ArrayList<>(state.doubts());
    completed()
        .forEach(
            sale -> {
              if (isBeyondDailyCap(sale)) {
                String text = "the user paid " + MOST_INVOICES_A_DAY + " times on that day already";
                found.add(new Review(file.id(), Account.about(sale.saleId()), sale.at(), text));
              }
              if (repaid(sale) > sale.gross().minor()) {
                String text = "more went back of sale " + sale.saleId() + " than was paid";
                found.add(new Review(file.id(), "repaid:" + sale.saleId(), sale.at(), text));
              }
            });
    return found;
  }

  private long repaid(Sale sale) {
    return file.of(Repayment.class)
        .filter(repayment -> repayment.saleId().equals(sale.saleId()))
        .mapToLong(repayment -> repayment.amount().minor())
        .sum();
  }

  private boolean isBeyondDailyCap(Sale sale) {
    if (payments.find(sale.saleId()).isPresent()) {
      return false;
    }
    LocalDate day = day(sale.at());
    long earlier =
        payments.ofUser(file.row().user()).stream()
            .filter(paid -> paid.status() != PaymentStatus.FAILED && !paid.suspended())
            .map(Payment::paidAt)
            .filter(at -> day(at).equals(day))
            .count();
    long unbooked =
        completed()
            .filter(other -> day(other.at()).equals(day) && isBefore(other, sale))
            .filter(other -> payments.find(other.saleId()).isEmpty())
            .count();
    return earlier + unbooked >= MOST_INVOICES_A_DAY;
  }

  private static boolean isBefore(Sale one, Sale other) {
    return one.at().isBefore(other.at())
        || (one.at().equals(other.at()) && one.saleId().compareTo(other.saleId()) < 0);
  }

  private Stream<Sale> completed() {
    return file.of(Sale.class).filter(sale -> sale.state() == SaleState.COMPLETED);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
