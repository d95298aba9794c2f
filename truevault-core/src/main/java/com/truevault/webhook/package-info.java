/** Deliveries of the payment provider: kept raw first, then looked into. */
@NullMarked
package com.truevault.webhook;

import org.jspecify.annotations.NullMarked;
