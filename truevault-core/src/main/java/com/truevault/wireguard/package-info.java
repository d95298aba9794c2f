/** WireGuard's own vocabulary: keys, addresses, names and configuration text. */
@NullMarked
package com.truevault.wireguard;

import org.jspecify.annotations.NullMarked;
