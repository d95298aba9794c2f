/** Tests of the log. */
@NullMarked
package com.truevault.web.log;

import org.jspecify.annotations.NullMarked;
