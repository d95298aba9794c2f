/** Log events as lines of JSON, written in batches so that answering does not wait for them. */
@NullMarked
package com.truevault.web.log;

import org.jspecify.annotations.NullMarked;
