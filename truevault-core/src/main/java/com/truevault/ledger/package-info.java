/** Payments, invoices and the double-entry ledger: what is booked is never changed. */
@NullMarked
package com.truevault.ledger;

import org.jspecify.annotations.NullMarked;
