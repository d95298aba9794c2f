/** Plans, prices and subscriptions, and the port through which money is asked for. */
@NullMarked
package com.truevault.billing;

import org.jspecify.annotations.NullMarked;
