/** Tests of the server over real sockets. */
@NullMarked
package com.truevault.web.jetty;

import org.jspecify.annotations.NullMarked;
