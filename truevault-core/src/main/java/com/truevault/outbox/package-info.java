/** Effects that cross files: written with their cause, applied exactly once, retried until done. */
@NullMarked
package com.truevault.outbox;

import org.jspecify.annotations.NullMarked;
