package com.truevault.billing;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.setting.SettingKey;
import com.truevault.setting.Settings;
import com.truevault.user.Plan;
import java.util.List;
import java.util.Map;

/** What is sold: prices from the price list, device limits from the settings. Thread-safe. */
public final class Plans {
  private final PriceStore prices;
  private final Settings settings;

  /** Reads prices and limits. */
  public Plans(PriceStore prices, Settings settings) {
    this.prices = prices;
    this.settings = settings;
  }

  /** Every plan that is sold, smallest first. */
  public List<Offer> offers() {
    return prices.monthly().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(price -> offer(price.getKey(), price.getValue()))
        .toList();
  }

  /**
   * One plan.
   *
   * @throws TrueVaultException CONFLICT if it is not sold now
   */
  public Offer offer(Plan plan) {
    return offers().stream()
        .filter(offer -> offer.plan() == plan)
        .findFirst()
        .orElseThrow(
            () ->
                new TrueVaultException(
                    ErrorKind.CONFLICT, "plan-not-sold", "this plan is not sold; choose another"));
  }

  /** How many devices a plan allows. */
  public int deviceLimit(Plan plan) {
    return settings.number(
        switch (plan) {
          case PERSONAL -> SettingKey.MAX_DEVICES_PERSONAL;
          case FAMILY -> SettingKey.MAX_DEVICES_FAMILY;
          case BUSINESS -> SettingKey.MAX_DEVICES_BUSINESS;
        });
  }

  private Offer offer(Plan plan, Money monthly) {
    Tax tax = Tax.of(settings);
    return new Offer(
        plan, tax.due(monthly), tax.due(BillingCycle.YEARLY.price(monthly)), deviceLimit(plan));
  }
}
