package com.truevault.web.billing;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.Terms;
import com.truevault.user.Plan;

/** A plan, how often it is paid, and what one cycle costs. */
public record TermsJson(Plan plan, BillingCycle cycle, MoneyJson price) {
  static TermsJson from(Terms terms) {
    return new TermsJson(terms.plan(), terms.cycle(), MoneyJson.from(terms.price()));
  }
}
