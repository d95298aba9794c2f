/** The servers that a user may choose from, over the API. */
@NullMarked
package com.truevault.web.server;

import org.jspecify.annotations.NullMarked;
