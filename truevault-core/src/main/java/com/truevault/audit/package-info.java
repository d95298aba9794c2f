/** Who did what and when, in a chain that shows when a link was changed. */
@NullMarked
package com.truevault.audit;

import org.jspecify.annotations.NullMarked;
