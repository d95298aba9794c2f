/** The machine below: the one place where other programs are started. */
@NullMarked
package com.truevault.wireguard.system;

import org.jspecify.annotations.NullMarked;
