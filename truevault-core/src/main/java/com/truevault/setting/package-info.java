/** Typed, validated settings that an operator changes without touching code. */
@NullMarked
package com.truevault.setting;

import org.jspecify.annotations.NullMarked;
