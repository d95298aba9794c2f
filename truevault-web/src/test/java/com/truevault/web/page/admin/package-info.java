/** Tests of the administrator's pages. */
@NullMarked
package com.truevault.web.page.admin;

import org.jspecify.annotations.NullMarked;
