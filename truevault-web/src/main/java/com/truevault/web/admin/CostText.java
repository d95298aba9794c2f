package com.truevault.web.admin;

import com.truevault.billing.Money;
import com.truevault.web.json.InvalidFieldsException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a server costs; empty text means that it is not known. */
final class CostText {
  private CostText() {}

  static @Nullable Money read(@Nullable String amount, @Nullable String currency) {
    if (amount == null || amount.isEmpty()) {
      return null;
    }
    if (!amount.matches("[0-9]{1,9}([.][0-9]{1,4})?")) {
      throw new InvalidFieldsException("costPerMonth", "must be an amount such as 12.50");
    }
    try {
      return Money.of(amount, Objects.requireNonNullElse(currency, "USD"));
    } catch (ArithmeticException failure) {
      throw new InvalidFieldsException(
          "costPerMonth", "must have no more digits than its currency");
    } catch (IllegalArgumentException failure) {
      throw new InvalidFieldsException("costCurrency", "must be an ISO 4217 code such as USD");
    }
  }
}
