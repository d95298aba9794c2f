package com.truevault.web.page.money;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceStore;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.web.page.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Objects;

/** Invoices and credit notes, a line for each. */
final class InvoiceCsv {
  private InvoiceCsv() {}

  static void write(InvoiceStore invoices, Span span, OutputStream out) throws IOException {
    try (Csv csv = head(out)) {
      long after = 0;
      do {
        Page<Invoice> page = invoices.oldest(new PageRequest(after, PageRequest.MAX_LIMIT));
        page.items().stream()
            .filter(invoice -> span.holds(invoice.issuedOn()))
            .forEach(invoice -> add(csv, invoice));
        after = page.next();
      } while (after != 0);
    }
  }

  private static Csv head(OutputStream out) {
    return new Csv(
        out,
        "number",
        "kind",
        "issuedOn",
        "corrects",
        "buyer",
        "email",
        "description",
        "periodFrom",
        "periodTo",
        "net",
        "taxRate",
        "tax",
        "total",
        "currency",
        "saleId");
  }

  private static void add(Csv csv, Invoice invoice) {
    csv.row(
        invoice.number(),
        Words.key(invoice.kind()),
        invoice.issuedOn().toString(),
        Objects.requireNonNullElse(invoice.corrects(), ""),
        invoice.buyer().name(),
        invoice.buyer().email(),
        invoice.description(),
        Objects.toString(invoice.periodFrom(), ""),
        Objects.toString(invoice.periodTo(), ""),
        invoice.net().amount(),
        BigDecimal.valueOf(invoice.taxRate(), 2).toPlainString(),
        invoice.tax().amount(),
        invoice.total().amount(),
        invoice.total().currency().getCurrencyCode(),
        invoice.saleId());
  }
}
