package com.truevault.ledger;

import com.truevault.billing.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sale was for.
 *
 * @param terms in force when it was made
 * @param from start of the time it pays; null if it pays none
 * @param to its end; null if it pays none
 */
public record Sold(Terms terms, @Nullable Instant from, @Nullable Instant to) {}
