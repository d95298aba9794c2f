package com.truevault.documents;

import com.truevault.billing.Money;
import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import com.truevault.ledger.Party;
import com.truevault.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Invoices to print. */
final class InvoiceFixture {
  static final Party SELLER =
      new Party(
          "Example Networks Ltd",
          "1 Harbour Street\nLondon EX1 2MP\nUnited Kingdom",
          "GB 000 0000 00",
          "billing@example.com");
  static final Party BUYER =
      new Party("Łucja Żółć", "ul. Przykładowa 7/3\n90-001 Łódź\nPolska", "", "lucja@example.com");

  private InvoiceFixture() {}

  static Invoice invoice() {
    return of(InvoiceKind.INVOICE, BUYER, "Thank you for staying with us.");
  }

  static Invoice creditNote() {
    return of(InvoiceKind.CREDIT_NOTE, BUYER, "");
  }

  static Invoice to(Party buyer, String note) {
    return of(InvoiceKind.INVOICE, buyer, note);
  }

  private static Invoice of(InvoiceKind kind, Party buyer, String note) {
    boolean isInvoice = kind == InvoiceKind.INVOICE;
    int sign = isInvoice ? 1 : -1;
    @Nullable String corrects = isInvoice ? null : "INV-2026-017";
    return new Invoice(
        isInvoice ? "INV-2026-017" : "CN-2026-002",
        kind,
        new UserId(7),
        "sub-0123456789",
        "8AB12345CD678901E",
        corrects,
        LocalDate.of(2026, 3, 1),
        Instant.parse("2026-03-01T10:02:03Z"),
        SELLER,
        buyer,
        "TrueVault VPN, family plan, monthly",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 4, 1),
        Money.ofMinor(sign * 1260L, "EUR"),
        Money.ofMinor(sign * 239L, "EUR"),
        Money.ofMinor(sign * 1499L, "EUR"),
        1900,
        note);
  }
}
