/** Forward-only scripts that bring a file from any earlier schema version to the newest. */
@NullMarked
package com.truevault.sqlite.migration;

import org.jspecify.annotations.NullMarked;
