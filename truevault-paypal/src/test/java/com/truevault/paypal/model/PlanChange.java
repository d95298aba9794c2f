package com.truevault.paypal.model;

import com.truevault.user.Plan;
import com.truevault.user.User;

/** A customer's wish for another plan. */
final class PlanChange {
  private PlanChange() {}

  static void ask(House house, User user, Plan plan) {
  }
}
