package com.truevault.web.billing;

import com.truevault.billing.Offer;
import com.truevault.user.Plan;

/** A plan that is sold, with its prices for one month and for one year. */
public record PlanJson(Plan plan, int deviceLimit, MoneyJson monthly, MoneyJson yearly) {
  static PlanJson from(Offer offer) {
    return new PlanJson(
        offer.plan(),
        offer.deviceLimit(),
        MoneyJson.from(offer.monthly()),
        MoneyJson.from(offer.yearly()));
  }
}
