/** The time of a demo, which can be moved so that months pass in a minute. */
@NullMarked
package com.truevault.web.demo.time;

import org.jspecify.annotations.NullMarked;
