/** Tests of pages for everybody. */
@NullMarked
package com.truevault.web.page.site;

import org.jspecify.annotations.NullMarked;
