/** The description of the API, made from the route table alone. */
@NullMarked
package com.truevault.web.openapi;

import org.jspecify.annotations.NullMarked;
