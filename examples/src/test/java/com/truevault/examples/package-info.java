/** Runs every example once and holds the README to what it shows. */
@NullMarked
package com.truevault.examples;

import org.jspecify.annotations.NullMarked;
