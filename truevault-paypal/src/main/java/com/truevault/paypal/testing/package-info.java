/** A PayPal that lives in memory and obeys a clock, for tests and for the demo. */
@NullMarked
package com.truevault.paypal.testing;

import org.jspecify.annotations.NullMarked;
