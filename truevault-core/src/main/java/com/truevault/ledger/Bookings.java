package com.truevault.ledger;

import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.billing.Tax.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings payments, ledger and invoices up to what is known. Each piece of money is booked once, by
 * its key, whenever and however often it is learned. Call inside a transaction of the billing file.
 * Safe for use by many threads.
 */
public final class Bookings {
  private final Books books;
  private final Invoicing invoicing;
  private final FailureRows failures;

  /** Books into the given books. */
  public Bookings(Books books, Invoicing invoicing) {
    this.books = books;
    this.invoicing = invoicing;
    this.failures = new FailureRows(books.payments());
  }

  /**
   * Books what is not booked yet, oldest money first. A repayment waits until its sale is known.
   *
   * @return what was booked with a document just now
   */
  public List<Booked> bring(Account account, Instant now) {
    Entry entry = new Entry(account, now, booked(account));
    account.sales().forEach(entry::sale);
    return entry.made;
  }

  /**
   * Brings the rows of failed renewals up to what is known.
   *
   * @param endedAt when the subscription was over, which closes them all; null if it is not
   */
  public void bringFailures(Account account, @Nullable Instant endedAt) {
    failures.bring(account, endedAt);
  }

  private Set<String> booked(Account account) {
    return books.ledger().of(account.subscription().publicId()).stream()
        .map(LedgerTransaction::key)
        .collect(Collectors.toSet());
  }

  /** One run over one account. */
  private final class Entry {
    private final Account account;
    private final Instant now;
    private final Set<String> booked;
    private final Postings postings;
    private final List<Booked> made = new ArrayList<>();

    Entry(Account account, Instant now, Set<String> booked) {
      this.account = account;
      this.now = now;
      this.booked = booked;
      this.postings = new Postings(account.subscription().publicId(), now);
    }

    void sale(Sale sale) {
      if (sale.state() != SaleState.COMPLETED) {
        put(sale, false);
        return;
      }
      put(sale, isSuspended(sale));
      earn(sale);
      account
          .fees(sale.saleId())
          .filter(fee -> fee.amount().minor() > 0 && !booked.contains(fee.key()))
          .forEach(fee -> add(postings.fee(fee)));
      account.repayments(sale.saleId()).stream()
          .filter(repayment -> !booked.contains(repayment.key()))
          .forEach(repayment -> repay(sale, repayment));
      put(sale, isSuspended(sale));
    }

    private boolean isSuspended(Sale sale) {
      return !booked.contains(Postings.sale(sale.saleId()))
          && !booked.contains(Postings.accepted(sale.saleId()))
          && account.isDoubted(sale.saleId())
          && !account.isAccepted(sale.saleId());
    }

    private void earn(Sale sale) {
      String id = sale.saleId();
      if (booked.contains(Postings.sale(id)) || booked.contains(Postings.accepted(id))) {
        return;
      }
      boolean isHeld = booked.contains(Postings.suspense(id));
      if (isSuspended(sale)) {
        if (!isHeld) {
          add(postings.suspense(sale));
        }
        return;
      }
      Invoice invoice =
          invoicing.invoice(account.subscription(), sale, account.sold().apply(sale), now);
      Split parts = new Split(invoice.net(), invoice.tax());
      add(
          isHeld
              ? postings.accepted(sale, parts, invoice.number())
              : postings.sale(sale, parts, invoice.number()));
      made.add(new Booked(sale, invoice));
    }

    private void repay(Sale sale, Repayment repayment) {
      Money none = sale.gross().times(0);
      Money earlier = repaid(sale);
      Money left = sale.gross().minus(earlier);
      Money given = repayment.amount().minor() < left.minor() ? repayment.amount() : left;
      Money excess = repayment.amount().minus(given);
      Invoice invoice = books.invoices().ofSale(sale.saleId()).stream().findFirst().orElse(null);
      if (invoice == null || given.minor() == 0) {
        add(postings.repayment(repayment, new Split(none, none), repayment.amount(), ""));
        record(repayment, given, Repaid.NO_CREDIT_NOTE);
        return;
      }
      Split parts = Invoicing.parts(invoice, earlier, given);
      Invoice note = invoicing.creditNote(invoice, repayment, parts, now);
      add(postings.repayment(repayment, parts, excess, note.number()));
      record(repayment, given, note.number());
      made.add(new Booked(repayment, note));
    }

    private void record(Repayment repayment, Money given, String note) {
      if (given.minor() > 0) {
        books
            .payments()
            .add(
                new Repaid(
                    repayment.id(),
                    repayment.saleId(),
                    repayment.kind(),
                    given,
                    repayment.at(),
                    note));
      }
    }

    private Money repaid(Sale sale) {
      return books.payments().repaid(sale.saleId()).stream()
          .map(Repaid::amount)
          .reduce(sale.gross().times(0), Money::plus);
    }

    private void put(Sale sale, boolean suspended) {
      Money repaid = repaid(sale);
      Payment payment =
          new Payment(
              sale.saleId(),
              account.subscription().user(),
              account.subscription().publicId(),
              sale.gross(),
              account.fees(sale.saleId()).findFirst().map(fee -> fee.amount()).orElse(null),
              repaid,
              status(sale, repaid),
              sale.at(),
              suspended);
      if (!books.payments().find(sale.saleId()).filter(payment::equals).isPresent()) {
        books.payments().put(payment);
      }
    }

    private void add(LedgerTransaction posting) {
      booked.add(posting.key());
      books.ledger().add(posting);
    }

    private static PaymentStatus status(Sale sale, Money repaid) {
      return switch (sale.state()) {
        case PENDING -> PaymentStatus.PENDING;
        case DENIED -> PaymentStatus.FAILED;
        case COMPLETED ->
            repaid.minor() > 0 && repaid.equals(sale.gross())
                ? PaymentStatus.REFUNDED
                : PaymentStatus.COMPLETED;
      };
    }
  }
}
