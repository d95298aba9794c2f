/** Opening, renewing, changing and ending subscriptions, from facts to what follows from them. */
@NullMarked
package com.truevault.subscription;

import org.jspecify.annotations.NullMarked;
