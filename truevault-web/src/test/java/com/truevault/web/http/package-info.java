/** Tests of the http kit. */
@NullMarked
package com.truevault.web.http;

import org.jspecify.annotations.NullMarked;
