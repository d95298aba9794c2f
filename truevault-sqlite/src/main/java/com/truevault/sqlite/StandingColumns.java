package com.truevault.sqlite;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.BillingStatus;
import com.truevault.billing.EndReason;
import com.truevault.billing.Money;
import com.truevault.billing.Standing;
import com.truevault.billing.Terms;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.Plan;
import org.jspecify.annotations.Nullable;

/** The columns of a subscription that hold its standing. */
final class StandingColumns {
  private StandingColumns() {}

  static Parameters add(Parameters values, Standing standing) {
    Terms next = standing.next();
    return values
        .and("state", standing.status())
        .and("end_reason", standing.endReason())
        .and("past_due_since", standing.pastDueSince())
        .and("grace_until", standing.graceUntil())
        .and("last_payment", standing.lastPayment())
        .and("last_paid_at", standing.lastPaidAt())
        .and("access_blocked", standing.blocked())
        .and("in_review", standing.inReview())
        .and("next_plan_name", next == null ? null : next.plan())
        .and("next_billing_cycle", next == null ? null : next.cycle())
        .and("next_price_minor", next == null ? null : next.price().minor())
        .and("predecessor", standing.predecessor())
        .and("checked_at", standing.checkedAt())
        .and("due_at", standing.dueAt());
  }

  static Standing read(Row row) {
    return new Standing(
        row.constant("state", BillingStatus.class),
        row.constantOrNull("end_reason", EndReason.class),
        row.instantOrNull("past_due_since"),
        row.instantOrNull("grace_until"),
        row.textOrNull("last_payment"),
        row.instantOrNull("last_paid_at"),
        row.flag("access_blocked"),
        row.flag("in_review"),
        next(row),
        row.textOrNull("predecessor"),
        row.instantOrNull("checked_at"),
        row.instantOrNull("due_at"));
  }

  private static @Nullable Terms next(Row row) {
    Plan plan = row.constantOrNull("next_plan_name", Plan.class);
    return plan == null
        ? null
        : new Terms(
            plan,
            row.constant("next_billing_cycle", BillingCycle.class),
            Money.ofMinor(row.number("next_price_minor"), row.text("currency")));
  }
}
