/** Style sheets, scripts, pictures and fonts from the class path, cached by their content. */
@NullMarked
package com.truevault.web.asset;

import org.jspecify.annotations.NullMarked;
