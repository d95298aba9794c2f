package com.truevault.ledger;

import java.util.Locale;

/** What a document asks or gives. */
public enum InvoiceKind {
  /** An invoice, numbered {@code INV-2026-001}. */
  INVOICE("INV"),
  /** A credit note, numbered {@code CN-2026-001}; its amounts are negative. */
  CREDIT_NOTE("CN");

  private final String series;

  InvoiceKind(String series) {
    this.series = series;
  }

  /** What its numbers begin with. */
  public String series() {
    return series;
  }

  /**
   * The number of its nth document of a year, such as {@code INV-2026-001}.
   *
   * @param nth from 1; from 1000 on it takes more digits
   */
  public String number(int year, int nth) {
    return String.format(Locale.ROOT, "%s-%04d-%03d", series, year, nth);
  }
}
