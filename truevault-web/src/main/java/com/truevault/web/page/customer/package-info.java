/** Pages of a signed-in customer: protection, devices, plan, sessions, profile. */
@NullMarked
package com.truevault.web.page.customer;

import org.jspecify.annotations.NullMarked;
