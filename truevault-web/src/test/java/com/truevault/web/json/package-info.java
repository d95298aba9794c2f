/** Tests of the json kit. */
@NullMarked
package com.truevault.web.json;

import org.jspecify.annotations.NullMarked;
