/** Carrying mail away. */
@NullMarked
package com.truevault.web.mail;

import org.jspecify.annotations.NullMarked;
