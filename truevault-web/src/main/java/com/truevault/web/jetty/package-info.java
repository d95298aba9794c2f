/** The host on Jetty: the only package that knows which server carries the requests. */
@NullMarked
package com.truevault.web.jetty;

import org.jspecify.annotations.NullMarked;
