/** Tests of the openapi kit. */
@NullMarked
package com.truevault.web.openapi;

import org.jspecify.annotations.NullMarked;
