/** The reference host: where everything is put together and started. */
@NullMarked
package com.truevault.web;

import org.jspecify.annotations.NullMarked;
