/**
 * WireGuard's side of a client, from the first message of a handshake to packets in the tunnel.
 * Whatever arrives is taken for hostile: it is opened, or it is refused by a value, and never
 * throws.
 */
@NullMarked
package com.truevault.wireguard.noise;

import org.jspecify.annotations.NullMarked;
