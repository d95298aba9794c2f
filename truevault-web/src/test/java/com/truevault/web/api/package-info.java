/** Tests of the API over a real server. */
@NullMarked
package com.truevault.web.api;

import org.jspecify.annotations.NullMarked;
