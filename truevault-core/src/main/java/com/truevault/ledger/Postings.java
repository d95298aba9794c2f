package com.truevault.ledger;

import com.truevault.billing.Fact.Fee;
import com.truevault.billing.Fact.Repayment;
import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Fact.Sale;
import com.truevault.billing.Money;
import com.truevault.billing.Tax.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What is booked for what happens, as pure functions. */
record Postings(String subscription, Instant bookedAt) {

  static String sale(String id) {
    return "sale:" + id;
  }

  static String suspense(String id) {
    return "suspense:" + id;
  }

  static String accepted(String id) {
    return "accepted:" + id;
  }

  LedgerTransaction sale(Sale sale, Split parts, String invoice) {
    long gross = sale.gross().minor();
    List<LedgerEntry> entries = new ArrayList<>();
    entries.add(LedgerEntry.debit(LedgerAccount.RECEIVABLE, gross));
    earn(entries, parts);
    entries.add(LedgerEntry.debit(LedgerAccount.PAYPAL_CLEARING, gross));
    entries.add(LedgerEntry.credit(LedgerAccount.RECEIVABLE, gross));
    return booking(
        sale(sale.saleId()),
        sale.at(),
        sale.gross(),
        "payment " + sale.saleId() + ", " + invoice,
        entries);
  }

  LedgerTransaction suspense(Sale sale) {
    long gross = sale.gross().minor();
    return booking(
        suspense(sale.saleId()),
        sale.at(),
        sale.gross(),
        "payment " + sale.saleId() + ", to be looked at",
        List.of(
            LedgerEntry.debit(LedgerAccount.PAYPAL_CLEARING, gross),
            LedgerEntry.credit(LedgerAccount.SUSPENSE, gross)));
  }

  LedgerTransaction accepted(Sale sale, Split parts, String invoice) {
    List<LedgerEntry> entries = new ArrayList<>();
    entries.add(LedgerEntry.debit(LedgerAccount.SUSPENSE, sale.gross().minor()));
    earn(entries, parts);
    return booking(
        accepted(sale.saleId()),
        bookedAt,
        sale.gross(),
        "payment " + sale.saleId() + " accepted, " + invoice,
        entries);
  }

  LedgerTransaction fee(Fee fee) {
    long kept = fee.amount().minor();
    return booking(
        fee.key(),
        fee.at(),
        fee.amount(),
        "fee of payment " + fee.saleId(),
        List.of(
            LedgerEntry.debit(LedgerAccount.PAYPAL_FEES, kept),
            LedgerEntry.credit(LedgerAccount.PAYPAL_CLEARING, kept)));
  }

  /**
   * Money that went back.
   *
   * @param parts of what was earned before
   * @param unearned what was never earned, or more than was paid
   */
  LedgerTransaction repayment(Repayment repayment, Split parts, Money unearned, String document) {
    LedgerAccount account =
        repayment.kind() == RepaymentKind.REFUND
            ? LedgerAccount.REFUNDS
            : LedgerAccount.CHARGEBACKS;
    List<LedgerEntry> entries = new ArrayList<>();
    add(entries, account, parts.net());
    add(entries, LedgerAccount.TAX, parts.tax());
    add(entries, LedgerAccount.SUSPENSE, unearned);
    entries.add(LedgerEntry.credit(LedgerAccount.PAYPAL_CLEARING, repayment.amount().minor()));
    return booking(
        repayment.key(),
        repayment.at(),
        repayment.amount(),
        "repayment of " + repayment.saleId() + (document.isEmpty() ? "" : ", " + document),
        entries);
  }

  private static void earn(List<LedgerEntry> entries, Split parts) {
    if (parts.net().minor() > 0) {
      entries.add(LedgerEntry.credit(LedgerAccount.REVENUE, parts.net().minor()));
    }
    if (parts.tax().minor() > 0) {
      entries.add(LedgerEntry.credit(LedgerAccount.TAX, parts.tax().minor()));
    }
  }

  private static void add(List<LedgerEntry> entries, LedgerAccount account, Money amount) {
    if (amount.minor() > 0) {
      entries.add(LedgerEntry.debit(account, amount.minor()));
    }
  }

  private LedgerTransaction booking(
      String key, Instant at, Money amount, String text, List<LedgerEntry> entries) {
    Currency currency = amount.currency();
    return new LedgerTransaction(key, subscription, at, bookedAt, currency, text, entries);
  }
}
