package com.truevault.ledger;

import com.truevault.billing.Money;
import com.truevault.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the payments table.
 *
 * @param saleId what the provider calls it; unique
 * @param subscription public id
 * @param fee what the provider kept; null until it is known
 * @param repaid what was given or taken back so far
 * @param suspended whether it lies in suspense because nobody agreed to it
 */
public record Payment(
    String saleId,
    UserId user,
    String subscription,
    Money amount,
    @Nullable Money fee,
    Money repaid,
    PaymentStatus status,
    Instant paidAt,
    boolean suspended) {}
