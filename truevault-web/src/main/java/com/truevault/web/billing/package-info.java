/** Plans and subscriptions over the API. */
@NullMarked
package com.truevault.web.billing;

import org.jspecify.annotations.NullMarked;
