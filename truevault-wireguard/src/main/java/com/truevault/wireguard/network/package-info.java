/** The WireGuard interface: what the kernel knows, how it differs from a list, and the change. */
@NullMarked
package com.truevault.wireguard.network;

import org.jspecify.annotations.NullMarked;
