/** What administrators see and do over the API. */
@NullMarked
package com.truevault.web.admin;

import org.jspecify.annotations.NullMarked;
