/** The façade of the library, the storage it needs and the one exception it throws. */
@NullMarked
package com.truevault;

import org.jspecify.annotations.NullMarked;
