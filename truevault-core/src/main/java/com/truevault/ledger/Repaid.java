package com.truevault.ledger;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import java.time.Instant;

/**
 * A row of the refunds table.
 *
 * @param id what the provider calls it; unique
 * @param creditNote number of the credit note
 */
public record Repaid(
    String id, String saleId, RepaymentKind kind, Money amount, Instant at, String creditNote) {}
