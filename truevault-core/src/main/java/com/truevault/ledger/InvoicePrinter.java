package com.truevault.ledger;

/** Makes documents of invoices. Implementations are safe for use by many threads. */
public interface InvoicePrinter {

  /** The document as PDF; the same invoice always gives the same bytes. */
  byte[] print(Invoice invoice);
}
