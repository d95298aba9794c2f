/** Fakes that ship with the library, for the tests and demos of those who embed it. */
@NullMarked
package com.truevault.testing;

import org.jspecify.annotations.NullMarked;
