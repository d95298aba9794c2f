package com.truevault.web.page.money;

import com.truevault.billing.Money;
import com.truevault.ledger.LedgerEntry;
import com.truevault.ledger.LedgerStore;
import com.truevault.ledger.LedgerTransaction;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.web.page.Words;
import java.io.IOException;
import java.io.OutputStream;

/** The ledger, a line for each entry. */
final class LedgerCsv {
  private LedgerCsv() {}

  static void write(LedgerStore ledger, Span span, OutputStream out) throws IOException {
    try (Csv csv = head(out)) {
      long after = 0;
      do {
        Page<LedgerTransaction> page =
            ledger.between(span.begin(), span.end(), new PageRequest(after, PageRequest.MAX_LIMIT));
        page.items().forEach(booking -> add(csv, booking));
        after = page.next();
      } while (after != 0);
    }
  }

  private static Csv head(OutputStream out) {
    return new Csv(
        out,
        "booking",
        "occurredAt",
        "bookedAt",
        "subscription",
        "text",
        "account",
        "debit",
        "credit",
        "currency");
  }

  private static void add(Csv csv, LedgerTransaction booking) {
    for (LedgerEntry entry : booking.entries()) {
      csv.row(
          booking.key(),
          booking.occurredAt().toString(),
          booking.bookedAt().toString(),
          booking.subscription(),
          booking.text(),
          Words.key(entry.account()),
          new Money(entry.debit(), booking.currency()).amount(),
          new Money(entry.credit(), booking.currency()).amount(),
          booking.currency().getCurrencyCode());
    }
  }
}
