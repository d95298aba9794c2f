/** The rules that hold across the nine files: how each is examined, and what mends a breach. */
@NullMarked
package com.truevault.sqlite.doctor;

import org.jspecify.annotations.NullMarked;
