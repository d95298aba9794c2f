/** Files that nobody but their owner may read. */
@NullMarked
package com.truevault.web.file;

import org.jspecify.annotations.NullMarked;
