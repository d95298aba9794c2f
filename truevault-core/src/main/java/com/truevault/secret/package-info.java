/** Random values, hashes of tokens and authenticated encryption of what rests in the files. */
@NullMarked
package com.truevault.secret;

import org.jspecify.annotations.NullMarked;
