/** The look of the site as data: twelve elements that become a stylesheet. */
@NullMarked
package com.truevault.theme;

import org.jspecify.annotations.NullMarked;
