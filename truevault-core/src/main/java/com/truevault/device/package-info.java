/** Devices: their keys, addresses, options and configurations. */
@NullMarked
package com.truevault.device;

import org.jspecify.annotations.NullMarked;
