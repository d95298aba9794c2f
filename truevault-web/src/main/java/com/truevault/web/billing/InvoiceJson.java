package com.truevault.web.billing;

import com.truevault.ledger.Invoice;
import com.truevault.ledger.InvoiceKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note of the user; the amounts of a credit note are negative.
 *
 * @param payment id of the payment it is about
 * @param corrects number of the invoice that a credit note corrects
 * @param issuedOn in the seller's time zone
 * @param taxRate in percent, such as 19.00
 */
public record InvoiceJson(
    String number,
    InvoiceKind kind,
    String payment,
    @Nullable String corrects,
    LocalDate issuedOn,
    String description,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    MoneyJson net,
    MoneyJson tax,
    MoneyJson total,
    String taxRate) {
  static InvoiceJson from(Invoice invoice) {
    return new InvoiceJson(
        invoice.number(),
        invoice.kind(),
        invoice.saleId(),
        invoice.corrects(),
        invoice.issuedOn(),
        invoice.description(),
        invoice.periodFrom(),
        invoice.periodTo(),
        MoneyJson.from(invoice.net()),
        MoneyJson.from(invoice.tax()),
        MoneyJson.from(invoice.total()),
        BigDecimal.valueOf(invoice.taxRate(), 2).toPlainString());
  }
}
