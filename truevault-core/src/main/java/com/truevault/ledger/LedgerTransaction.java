package com.truevault.ledger;

import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * A booking that balances.
 *
 * @param key unique for what is booked, such as {@code sale:8AB}; booking it again changes nothing
 * @param subscription public id of the subscription it belongs to
 * @param occurredAt when the money moved
 * @param bookedAt when it was learned
 * @param text one line for people
 */
public record LedgerTransaction(
    String key,
    String subscription,
    Instant occurredAt,
    Instant bookedAt,
    Currency currency,
    String text,
    List<LedgerEntry> entries) {

  /** Copies the entries and refuses what does not balance. */
  public LedgerTransaction {
    entries = List.copyOf(entries);
    long debit = entries.stream().mapToLong(LedgerEntry::debit).reduce(0, Math::addExact);
    long credit = entries.stream().mapToLong(LedgerEntry::credit).reduce(0, Math::addExact);
    if (entries.isEmpty() || debit != credit) {
      throw new IllegalArgumentException(
          "booking " + key + " does not balance: debit " + debit + ", credit " + credit);
    }
  }
}
