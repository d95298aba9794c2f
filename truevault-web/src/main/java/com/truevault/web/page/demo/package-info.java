/** Pages that exist in the demo alone: the mailbox and the simulated payment page. */
@NullMarked
package com.truevault.web.page.demo;

import org.jspecify.annotations.NullMarked;
