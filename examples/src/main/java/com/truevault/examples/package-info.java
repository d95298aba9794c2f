/** Programs to read and run, one idea each. Every one wants an empty folder as its argument. */
@NullMarked
package com.truevault.examples;

import org.jspecify.annotations.NullMarked;
