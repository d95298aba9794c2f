package com.truevault.ledger;

/**
 * One side of a booking.
 *
 * @param debit in minor units, 0 if this is a credit
 * @param credit in minor units, 0 if this is a debit
 */
public record LedgerEntry(LedgerAccount account, long debit, long credit) {

  /** Refuses what is neither or both. */
  public LedgerEntry {
    if (debit < 0 || credit < 0 || (debit == 0) == (credit == 0)) {
      throw new IllegalArgumentException(
          "an entry is one positive side, not debit " + debit + " and credit " + credit);
    }
  }

  /** An entry on the left. */
  public static LedgerEntry debit(LedgerAccount account, long minor) {
    return new LedgerEntry(account, minor, 0);
  }

  /** An entry on the right. */
  public static LedgerEntry credit(LedgerAccount account, long minor) {
    return new LedgerEntry(account, 0, minor);
  }
}
