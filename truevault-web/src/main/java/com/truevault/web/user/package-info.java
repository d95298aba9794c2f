/** Signing up, confirming addresses and forgotten passwords over the API. */
@NullMarked
package com.truevault.web.user;

import org.jspecify.annotations.NullMarked;
