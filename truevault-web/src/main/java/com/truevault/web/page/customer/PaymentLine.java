package com.truevault.web.page.customer;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.Payment;
import com.truevault.web.page.Badge;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Tone;
import com.truevault.web.page.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A payment and its documents.
 *
 * @param about what it paid for; empty if nobody knows yet
 * @param documents numbers of its invoice and credit notes, oldest first
 */
public record PaymentLine(
    Instant paidAt, String amount, String about, Badge badge, List<String> documents) {

  /** Payments with their documents, in the order of the payments. */
  static List<PaymentLine> all(List<Payment> payments, List<Invoice> invoices, Messages messages) {
    return payments.stream().map(payment -> of(payment, invoices, messages)).toList();
  }

  private static PaymentLine of(Payment payment, List<Invoice> invoices, Messages messages) {
    List<Invoice> own =
        invoices.stream()
            .filter(invoice -> invoice.saleId().equals(payment.saleId()))
            .sorted(Comparator.comparing(Invoice::issuedAt))
            .toList();
    return new PaymentLine(
        payment.paidAt(),
        Words.price(payment.amount()),
        own.isEmpty() ? "" : own.get(0).description(),
        badge(payment, messages),
        own.stream().map(Invoice::number).toList());
  }

  private static Badge badge(Payment payment, Messages messages) {
    if (payment.suspended()) {
      return new Badge(Tone.WARN, messages.text("payment.state.review"));
    }
    return switch (payment.status()) {
      case COMPLETED ->
          payment.repaid().minor() == 0
              ? new Badge(Tone.GOOD, messages.text("payment.state.completed"))
              : new Badge(
                  Tone.PLAIN, messages.text("payment.state.partly", Words.price(payment.repaid())));
      case PENDING -> new Badge(Tone.WARN, messages.text("payment.state.pending"));
      case FAILED -> new Badge(Tone.BAD, messages.text("payment.state.failed"));
      case REFUNDED -> new Badge(Tone.PLAIN, messages.text("payment.state.refunded"));
    };
  }
}
