package com.truevault.ledger;

import com.truevault.billing.Fact;

/**
 * Money that was booked just now, and the document about it.
 *
 * @param fact a {@link Fact.Sale} or a {@link Fact.Repayment}
 */
public record Booked(Fact fact, Invoice document) {}
