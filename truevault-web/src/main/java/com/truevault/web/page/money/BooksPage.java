package com.truevault.web.page.money;

import com.truevault.billing.Money;
import com.truevault.web.page.Words;
import java.util.Currency;
import java.util.List;

/**
 * Balances, and a span to take away.
 *
 * @param from first day of the span that is offered
 * @param to its last day
 */
public record BooksPage(List<Ledger> ledgers, String from, String to) {
  /** The accounts of a currency. */
  public record Ledger(String currency, List<Balance> balances) {}

  /** An account; one of both sides is empty. */
  public record Balance(String account, String debit, String credit) {
    static Balance of(String account, long minor, Currency currency) {
      String amount = Words.price(new Money(Math.abs(minor), currency));
      return new Balance(account, minor > 0 ? amount : "", minor < 0 ? amount : "");
    }
  }
}
