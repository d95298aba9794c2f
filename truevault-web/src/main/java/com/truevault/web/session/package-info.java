/** Signing in and out over the API, and who sends a request. */
@NullMarked
package com.truevault.web.session;

import org.jspecify.annotations.NullMarked;
