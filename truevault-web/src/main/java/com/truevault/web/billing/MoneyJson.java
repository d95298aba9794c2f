package com.truevault.web.billing;

import com.truevault.billing.Money;

/**
 * An exact amount.
 *
 * @param amount in major units as text, such as 9.99
 * @param amountMinor in minor units, such as 999
 */
public record MoneyJson(String amount, long amountMinor, String currency) {
  /** The amount as it is answered. */
  public static MoneyJson from(Money money) {
    return new MoneyJson(money.amount(), money.minor(), money.currency().getCurrencyCode());
  }
}
