package com.truevault.web.page.customer;

import com.truevault.web.page.site.PlanCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan in force, what was paid for it, and what else is on offer.
 *
 * @param current null while there is none
 * @param note how it stands; null if there is nothing to say
 * @param withdrawal until when it may be withdrawn from; empty if that is over
 * @param payments newest first
 * @param plans empty while there is nothing to choose
 * @param chosen the key of the plan that is pointed at
 */
public record PlanPage(
    @Nullable PlanCurrent current,
    @Nullable PlanNote note,
    String withdrawal,
    List<PaymentLine> payments,
    List<PlanCard> plans,
    String chosen) {}
