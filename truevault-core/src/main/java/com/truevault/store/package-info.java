/**
 * What every storage adapter shares: the nine files, transactions over one of them, and pages of
 * rows.
 */
@NullMarked
package com.truevault.store;

import org.jspecify.annotations.NullMarked;
