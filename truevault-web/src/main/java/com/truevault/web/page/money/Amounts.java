package com.truevault.web.page.money;

import com.truevault.billing.Money;
import com.truevault.web.json.InvalidFieldsException;

/** Amounts as people type them. */
final class Amounts {
  private Amounts() {}

  static Money minus(Money whole, Money part) {
    return new Money(Math.subtractExact(whole.minor(), part.minor()), whole.currency());
  }

  /** The amount of a field; it has the other amount's currency. */
  static Money typed(String field, String text, Money like) {
    try {
      return Money.of(text.strip(), like.currency().getCurrencyCode());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new InvalidFieldsException(field, "must be an amount such as 4.50");
    }
  }
}
