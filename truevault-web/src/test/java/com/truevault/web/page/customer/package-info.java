/** Tests of the customer's pages. */
@NullMarked
package com.truevault.web.page.customer;

import org.jspecify.annotations.NullMarked;
