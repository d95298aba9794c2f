package com.truevault.ledger;

import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The ledger. Nothing in it is ever changed or removed. */
public interface LedgerStore {

  /** Books it; false if something was booked under its key before. */
  boolean add(LedgerTransaction transaction);

  /** The bookings of a subscription, oldest first. */
  List<LedgerTransaction> of(String subscription);

  /** Bookings that occurred in the span, in the order in which they were booked. */
  Page<LedgerTransaction> between(Instant from, Instant to, PageRequest request);

  /** Debit minus credit of every account that was used, in minor units. */
  Map<LedgerAccount, Long> balances(Currency currency);
}
