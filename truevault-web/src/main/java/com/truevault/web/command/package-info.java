/** The command line. */
@NullMarked
package com.truevault.web.command;

import org.jspecify.annotations.NullMarked;
