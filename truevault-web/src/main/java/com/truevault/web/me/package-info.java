/** What users see and change of themselves over the API. */
@NullMarked
package com.truevault.web.me;

import org.jspecify.annotations.NullMarked;
