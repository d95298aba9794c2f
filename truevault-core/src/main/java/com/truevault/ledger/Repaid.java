package com.truevault.ledger;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import java.time.Instant;

/**
 * A row of the refunds table.
 *
 * @param id what the provider calls it; unique
 * @param amount at most what was left of the sale
 * @param creditNote number of the credit note, or {@link #NO_CREDIT_NOTE}
 */
public record Repaid(
    String id, String saleId, RepaymentKind kind, Money amount, Instant at, String creditNote) {
  /** Stands for the number where no invoice was there to correct. */
  public static final String NO_CREDIT_NOTE = "-";
}
