/** Rules for text that people type: one place decides what a name or a note may hold. */
@NullMarked
package com.truevault.text;

import org.jspecify.annotations.NullMarked;
