package com.truevault.web.billing;

import com.truevault.billing.BillingCycle;
import com.truevault.user.Plan;

/** What somebody wants to subscribe to; the price is for the host to say. */
public record NewSubscriptionJson(Plan plan, BillingCycle cycle) {}
