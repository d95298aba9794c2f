/** The SQL of the nine databases, run on real files and held against section 2 and its README. */
@NullMarked
package com.truevault.sqlite.schema;

import org.jspecify.annotations.NullMarked;
