package com.truevault.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "9.99, USD, 999, 9.99 USD",
    "0.1, EUR, 10, 0.10 EUR",
    "-1, EUR, -100, -1.00 EUR",
    "500, JPY, 500, 500 JPY",
    "1.234, KWD, 1234, 1.234 KWD"
  })
  void countsInTheSmallestUnit(String amount, String currency, long minor, String text) {
    Money money = Money.of(amount, currency);

    assertEquals(minor, money.minor());
    assertEquals(text, money.toString());
    assertEquals(money, Money.ofMinor(minor, currency));
  }

  @Test
  void losesNothing() {
    assertThrows(ArithmeticException.class, () -> Money.of("9.999", "USD"));
    assertThrows(ArithmeticException.class, () -> Money.of("1e30", "USD"));
    assertThrows(ArithmeticException.class, () -> Money.ofMinor(Long.MAX_VALUE, "USD").times(2));
    assertEquals(Money.of("99.90", "USD"), Money.of("9.99", "USD").times(10));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
    "MONTHLY, 2028-01-31T10:00:00Z, 2028-02-29T10:00:00Z",
    "MONTHLY, 2026-12-15T23:59:59.999Z, 2027-01-15T23:59:59.999Z",
    "YEARLY, 2028-02-29T00:00:00Z, 2029-02-28T00:00:00Z",
    "YEARLY, 2026-03-31T00:00:00Z, 2027-03-31T00:00:00Z"
  })
  void paysACycleByTheCalendar(BillingCycle cycle, Instant from, Instant until) {
    assertEquals(until, cycle.after(from));
  }

  @Test
  void sellsAYearForTenMonths() {
    assertEquals(Money.of("299.90", "USD"), BillingCycle.YEARLY.price(Money.of("29.99", "USD")));
    assertEquals(Money.of("29.99", "USD"), BillingCycle.MONTHLY.price(Money.of("29.99", "USD")));
  }
}
