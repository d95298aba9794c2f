package com.truevault.billing;

import com.truevault.user.Plan;

/**
 * A plan with what a customer pays for it now, tax included.
 *
 * @param deviceLimit how many devices it allows, at least 1
 */
public record Offer(Plan plan, Money monthly, Money yearly, int deviceLimit) {

  /** The price of one cycle. */
  public Money price(BillingCycle cycle) {
    return switch (cycle) {
      case MONTHLY -> monthly;
      case YEARLY -> yearly;
    };
  }
}
