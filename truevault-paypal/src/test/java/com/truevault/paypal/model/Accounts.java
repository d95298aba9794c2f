package com.truevault.paypal.model;

import com.truevault.Storage;
import com.truevault.billing.Fact.SaleState;
import com.truevault.billing.Money;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.Payment;
import com.truevault.ledger.PaymentStatus;
import com.truevault.paypal.testing.FakeSale;
import com.truevault.store.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the books of a house with what PayPal's say. */
final class Accounts {
  private static final Currency DOLLARS = Currency.getInstance("USD");

  private final House house;
  private final Storage storage;
  private final List<String> breaches = new ArrayList<>();

  Accounts(House house) {
    this.house = house;
    this.storage = house.storage;
  }

  List<String> breaches() {
    balances();
    payments();
    documents();
    return breaches;
  }

  private void balances() {
    Map<LedgerAccount, Long> balances = storage.ledger().balances(DOLLARS);
    long sum = balances.values().stream().mapToLong(Long::longValue).sum();
    demand(sum == 0, "I6: the ledger is off by " + sum);
    demand(balances.getOrDefault(LedgerAccount.RECEIVABLE, 0L) == 0, "I9: receivable is left");
    long expected =
        house.fake.sales().stream()
            .filter(sale -> sale.state() == SaleState.COMPLETED)
            .mapToLong(sale -> sale.left() - sale.fee().minor())
            .sum();
    long clearing = balances.getOrDefault(LedgerAccount.PAYPAL_CLEARING, 0L);
    demand(clearing == expected, "I12: clearing is " + clearing + ", PayPal's is " + expected);
  }

  private void payments() {
    Set<String> known = new HashSet<>();
    long paid = 0;
    for (FakeSale sale : house.fake.sales()) {
      known.add(sale.id());
      Payment payment = storage.payments().find(sale.id()).orElse(null);
      if (payment == null) {
        demand(false, "I10: sale " + sale + " is not booked");
        continue;
      }
      demand(payment.amount().equals(sale.gross()), "I12: amount of " + payment);
      demand(payment.repaid().equals(sale.repaid()), "I8: repaid of " + payment + " not " + sale);
      demand(payment.status() == expected(sale), "I12: status of " + payment + " not " + sale);
      paid += sale.state() == SaleState.COMPLETED ? sale.left() : 0;
    }
    long kept = 0;
    for (Payment payment : all()) {
      demand(
          known.contains(payment.saleId()) || payment.status() == PaymentStatus.FAILED,
          "I10: payment " + payment + " is not PayPal's");
      boolean counts = payment.status() == PaymentStatus.COMPLETED;
      kept += counts ? payment.amount().minor() - payment.repaid().minor() : 0;
    }
    demand(kept == paid, "I7: payments are worth " + kept + ", PayPal's " + paid);
  }

  private static PaymentStatus expected(FakeSale sale) {
    return switch (sale.state()) {
      case PENDING -> PaymentStatus.PENDING;
      case DENIED -> PaymentStatus.FAILED;
      case COMPLETED -> sale.left() == 0 ? PaymentStatus.REFUNDED : PaymentStatus.COMPLETED;
    };
  }

  private void documents() {
    Map<String, Integer> last = new HashMap<>();
    Map<String, LocalDate> dates = new HashMap<>();
    Map<String, Long> totals = new HashMap<>();
    Map<String, Integer> invoices = new HashMap<>();
    for (Invoice document : documentsInOrder()) {
      String series = document.number().replaceAll("-\\d+$", "");
      int number = Integer.parseInt(document.number().replaceAll("^.*-", ""));
      demand(number == last.merge(series, 1, Integer::sum), "I13: number of " + document.number());
      LocalDate before = dates.put(series, document.issuedOn());
      demand(before == null || !document.issuedOn().isBefore(before), "I13: date of " + document);
      demand(
          document.total().minor() == document.net().minor() + document.tax().minor(),
          "I11: total of " + document);
      totals.merge(document.saleId(), document.total().minor(), Long::sum);
      if (document.kind() == InvoiceKind.INVOICE) {
        invoices.merge(document.saleId(), 1, Integer::sum);
      }
    }
    for (Payment payment : all()) {
      boolean isBooked =
          payment.status() == PaymentStatus.COMPLETED || payment.status() == PaymentStatus.REFUNDED;
      int wanted = isBooked && !payment.suspended() ? 1 : 0;
      int found = invoices.getOrDefault(payment.saleId(), 0);
      demand(found == wanted, "I9: " + found + " invoices for " + payment);
      Money left = payment.amount();
      long owed = wanted == 0 ? 0 : left.minor() - payment.repaid().minor();
      demand(totals.getOrDefault(payment.saleId(), 0L) == owed, "I9: documents about " + payment);
    }
  }

  private List<Payment> all() {
    List<Payment> all = new ArrayList<>();
    long after = 0;
    do {
      var page = storage.payments().newest(new PageRequest(after, PageRequest.MAX_LIMIT));
      all.addAll(page.items());
      after = page.next();
    } while (after != 0);
    return all;
  }

  private List<Invoice> documentsInOrder() {
    List<Invoice> all = new ArrayList<>();
    long after = 0;
    do {
      var page = storage.invoices().oldest(new PageRequest(after, PageRequest.MAX_LIMIT));
      all.addAll(page.items());
      after = page.next();
    } while (after != 0);
    return all;
  }

  private void demand(boolean holds, String otherwise) {
    if (!holds) {
      breaches.add(otherwise);
    }
  }
}
