/** How interfaces are read and compared. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.network;
