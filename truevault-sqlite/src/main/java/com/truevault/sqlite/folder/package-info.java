/**
 * The data folder: who holds it, which generation of the nine files is current, and who may read
 * it.
 */
@NullMarked
package com.truevault.sqlite.folder;

import org.jspecify.annotations.NullMarked;
