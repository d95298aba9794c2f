/** Pages for everybody: home, sign-up, sign-in, status and failures. */
@NullMarked
package com.truevault.web.page.site;

import org.jspecify.annotations.NullMarked;
