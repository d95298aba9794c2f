package com.truevault.ledger;

import com.truevault.billing.Money;
import com.truevault.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finalised invoice or credit note; it never changes again.
 *
 * @param number such as {@code INV-2026-001}
 * @param issuedOn in the seller's time zone
 * @param subscription public id
 * @param saleId the sale it is for
 * @param corrects number of the invoice a credit note corrects; null for an invoice
 * @param description what was sold, one line
 * @param periodFrom start of what was sold; null if it has none
 * @param periodTo its end; null if it has none
 * @param net total without tax; negative on a credit note, as tax and total are
 * @param taxRate in hundredths of a percent, so 1900 is 19 %
 */
public record Invoice(
    String number,
    InvoiceKind kind,
    UserId user,
    String subscription,
    String saleId,
    @Nullable String corrects,
    LocalDate issuedOn,
    Instant issuedAt,
    Party seller,
    Party buyer,
    String description,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    Money net,
    Money tax,
    Money total,
    int taxRate,
    String note) {}
