/** What an operator configures, and the keys that lie beside it. */
@NullMarked
package com.truevault.web.config;

import org.jspecify.annotations.NullMarked;
