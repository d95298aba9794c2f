package com.truevault.web.billing;

import com.truevault.billing.BillingCycle;
import com.truevault.user.Plan;

/**
 * What somebody wants to change to.
 *
 * @param amountMinor the price of one cycle that was shown, in minor units, such as 2999
 */
public record NewPlanChangeJson(Plan plan, BillingCycle cycle, long amountMinor) {}
