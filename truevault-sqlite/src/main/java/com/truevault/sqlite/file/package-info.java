/**
 * One SQLite file: a writer that shares commits, read-only readers, and a look at all files at one
 * moment.
 */
@NullMarked
package com.truevault.sqlite.file;

import org.jspecify.annotations.NullMarked;
