/** The administrator's API about money. */
@NullMarked
package com.truevault.web.admin.money;

import org.jspecify.annotations.NullMarked;
