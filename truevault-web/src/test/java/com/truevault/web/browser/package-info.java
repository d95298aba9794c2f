/** Tests that drive a real browser against a real host on real files. */
@NullMarked
package com.truevault.web.browser;

import org.jspecify.annotations.NullMarked;
