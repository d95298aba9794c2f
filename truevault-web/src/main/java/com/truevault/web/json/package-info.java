/** JSON at the border: strict reading into records with every finding at once, plain writing. */
@NullMarked
package com.truevault.web.json;

import org.jspecify.annotations.NullMarked;
