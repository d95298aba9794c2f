/** Putting the host together: a short list of modules, and what runs. */
@NullMarked
package com.truevault.web.host;

import org.jspecify.annotations.NullMarked;
