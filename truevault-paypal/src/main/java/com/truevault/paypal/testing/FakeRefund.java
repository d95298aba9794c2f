package com.truevault.paypal.testing;

import com.truevault.billing.Fact.RepaymentKind;
import com.truevault.billing.Money;
import java.time.Instant;

/**
 * Money that went back to a buyer.
 *
 * @param amount always positive
 */
public record FakeRefund(
    String id, String sale, RepaymentKind kind, Money amount, String reason, Instant at) {}
