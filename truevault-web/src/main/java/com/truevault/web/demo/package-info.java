/** The whole site with sample data, for trying it out. */
@NullMarked
package com.truevault.web.demo;

import org.jspecify.annotations.NullMarked;
