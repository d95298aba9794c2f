/** The whole way from a sign-up to a page that comes through a tunnel. */
@NullMarked
package com.truevault.web.tunnel;

import org.jspecify.annotations.NullMarked;
