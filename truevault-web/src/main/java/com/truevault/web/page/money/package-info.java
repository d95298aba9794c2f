/** The administrator's pages about money. */
@NullMarked
package com.truevault.web.page.money;

import org.jspecify.annotations.NullMarked;
