package com.truevault.paypal;

import com.truevault.billing.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/** PayPal's way of writing money. */
final class Amounts {
  private static final Pattern VALUE = Pattern.compile("-?([0-9]{1,15}|[0-9]{0,15}\\.[0-9]{1,15})");

  private Amounts() {}

  /**
   * Exactly the amount: {@code .5} is half, {@code 9.990} is 9.99.
   *
   * @throws DoubtfulException if it is no amount, of no currency, or has more digits than its
   *     currency: nothing is ever rounded
   */
  static Money read(String value, String currencyCode) {
    if (!VALUE.matcher(value).matches()) {
      throw new DoubtfulException("\"" + shortened(value) + "\" is not an amount");
    }
    Currency currency = currency(currencyCode);
    BigDecimal amount = new BigDecimal(value).stripTrailingZeros();
    if (amount.scale() > currency.getDefaultFractionDigits()) {
      throw new DoubtfulException(
          "the amount " + value + " has more digits than " + currency + " has");
    }
    return Money.of(amount.toPlainString(), currencyCode);
  }

  private static Currency currency(String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one refusal of both.
    }
    throw new DoubtfulException("\"" + shortened(code) + "\" is not a currency");
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
