/** The theme as a style sheet. */
@NullMarked
package com.truevault.web.theme;

import org.jspecify.annotations.NullMarked;
