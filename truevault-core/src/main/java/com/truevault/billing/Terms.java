package com.truevault.billing;

import com.truevault.user.Plan;

/**
 * What was agreed: a plan, how often it is paid, and what one cycle costs.
 *
 * @param price of one cycle, with tax if there is any
 */
public record Terms(Plan plan, BillingCycle cycle, Money price) {}
