/** Whether the host is alive and ready, for those who watch it. */
@NullMarked
package com.truevault.web.health;

import org.jspecify.annotations.NullMarked;
