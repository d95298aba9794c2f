/** Tests of the verification of deliveries. */
@NullMarked
package com.truevault.paypal.webhook;

import org.jspecify.annotations.NullMarked;
