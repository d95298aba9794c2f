/** What every page shares: its frame, its texts, its forms and the renderer. */
@NullMarked
package com.truevault.web.page;

import org.jspecify.annotations.NullMarked;
