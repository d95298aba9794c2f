/** The demo. */
@NullMarked
package com.truevault.web.demo;

import org.jspecify.annotations.NullMarked;
