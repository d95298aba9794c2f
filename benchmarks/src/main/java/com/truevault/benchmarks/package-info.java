/** Load programs; each prints what was measured beside a floor measured in the same run. */
@NullMarked
package com.truevault.benchmarks;

import org.jspecify.annotations.NullMarked;
