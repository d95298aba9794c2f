/** Tests of where the payment provider delivers. */
@NullMarked
package com.truevault.web.webhook;

import org.jspecify.annotations.NullMarked;
