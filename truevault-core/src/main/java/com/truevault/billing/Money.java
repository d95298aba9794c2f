package com.truevault.billing;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount.
 *
 * @param minor in the currency's smallest unit, such as cents; may be negative
 */
public record Money(long minor, Currency currency) {

  /**
   * An amount in major units.
   *
   * @param amount such as {@code 9.99}; no more digits than the currency has
   * @throws ArithmeticException if it has more digits or does not fit
   */
  public static Money of(String amount, String currencyCode) {
    Currency currency = Currency.getInstance(currencyCode);
    return new Money(
        new BigDecimal(amount).movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
        currency);
  }

  /** An amount in minor units. */
  public static Money ofMinor(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  /** That many times the amount. */
  public Money times(int factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  /**
   * The sum.
   *
   * @throws IllegalArgumentException if the other amount has another currency
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * The difference.
   *
   * @throws IllegalArgumentException if the other amount has another currency
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  /** The amount in major units with all its digits, such as {@code 9.90}. */
  public String amount() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return amount() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException(this + " and " + other + " have different currencies");
    }
    return other;
  }
}
