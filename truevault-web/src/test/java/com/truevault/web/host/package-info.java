/** The host as a whole. */
@NullMarked
package com.truevault.web.host;

import org.jspecify.annotations.NullMarked;
