/** Whether PayPal sent a delivery, and what it is about. */
@NullMarked
package com.truevault.paypal.webhook;

import org.jspecify.annotations.NullMarked;
