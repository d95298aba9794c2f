/** A whole vault against a fake PayPal, under random commands. */
@NullMarked
package com.truevault.paypal.model;

import org.jspecify.annotations.NullMarked;
