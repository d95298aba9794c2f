package com.truevault.web.admin.money;

import com.truevault.ledger.LedgerAccount;
import com.truevault.ledger.LedgerTransaction;
import java.time.Instant;
import java.util.List;

/** A booking of the ledger; its entries balance. */
public record BookingJson(
    String key,
    String subscription,
    Instant occurredAt,
    Instant bookedAt,
    String currency,
    String text,
    List<Entry> entries) {

  /** One side; amounts in minor units, one of them 0. */
  public record Entry(LedgerAccount account, long debitMinor, long creditMinor) {}

  static BookingJson from(LedgerTransaction booking) {
    return new BookingJson(
        booking.key(),
        booking.subscription(),
        booking.occurredAt(),
        booking.bookedAt(),
        booking.currency().getCurrencyCode(),
        booking.text(),
        booking.entries().stream()
            .map(entry -> new Entry(entry.account(), entry.debit(), entry.credit()))
            .toList());
  }
}
