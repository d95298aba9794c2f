/** Tests of configuration and keys. */
@NullMarked
package com.truevault.web.config;

import org.jspecify.annotations.NullMarked;
