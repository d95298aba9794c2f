package com.truevault.ledger;

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
}
