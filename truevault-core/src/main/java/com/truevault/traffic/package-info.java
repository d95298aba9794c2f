/** Who is connected, and how much of it was carried: what reports become for people. */
@NullMarked
package com.truevault.traffic;

import org.jspecify.annotations.NullMarked;
