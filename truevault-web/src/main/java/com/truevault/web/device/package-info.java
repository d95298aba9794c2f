/** A user's devices and their configurations over the API. */
@NullMarked
package com.truevault.web.device;

import org.jspecify.annotations.NullMarked;
