package com.truevault.ledger;

/** Where money is written down. */
public record Books(PaymentStore payments, InvoiceStore invoices, LedgerStore ledger) {}
