package com.truevault.web.page.site;

import com.truevault.billing.Money;
import com.truevault.billing.Offer;
import com.truevault.billing.Plans;
import com.truevault.user.Plan;
import com.truevault.web.page.Messages;
import com.truevault.web.page.Words;
import java.util.List;

/**
 * One plan as it is offered. Prices are ready to show, with their currency.
 *
 * @param saving what a year costs less than twelve months; empty if nothing
 * @param devices how many devices the plan allows
 */
public record PlanCard(
    String key,
    String name,
    String blurb,
    String monthly,
    String yearly,
    String saving,
    int devices,
    boolean featured) {

  /** All that is sold, smallest first. */
  public static List<PlanCard> all(Plans plans, Messages messages) {
    return plans.offers().stream().map(offer -> from(offer, messages)).toList();
  }

  private static PlanCard from(Offer offer, Messages messages) {
    String key = Words.key(offer.plan());
    return new PlanCard(
        key,
        messages.text("plan." + key),
        messages.text("plan." + key + ".blurb"),
        Words.price(offer.monthly()),
        Words.price(offer.yearly()),
        saving(offer, messages),
        offer.deviceLimit(),
        offer.plan() == Plan.FAMILY);
  }

  private static String saving(Offer offer, Messages messages) {
    Money twelve = offer.monthly().times(12);
    Money saved = new Money(twelve.minor() - offer.yearly().minor(), twelve.currency());
    return saved.minor() > 0 ? messages.text("price.saving", Words.price(saved)) : "";
  }
}
