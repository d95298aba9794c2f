/** The handshake against public vectors, and against a second implementation of the other side. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.noise;
