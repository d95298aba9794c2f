/** Pages of the administrator. */
@NullMarked
package com.truevault.web.page.admin;

import org.jspecify.annotations.NullMarked;
