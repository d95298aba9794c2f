/** The payment gateway on PayPal's REST API. */
@NullMarked
package com.truevault.paypal;

import org.jspecify.annotations.NullMarked;
