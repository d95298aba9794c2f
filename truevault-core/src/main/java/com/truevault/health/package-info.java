/** Whether servers really serve: what a probe found, and what follows from it. */
@NullMarked
package com.truevault.health;

import org.jspecify.annotations.NullMarked;
