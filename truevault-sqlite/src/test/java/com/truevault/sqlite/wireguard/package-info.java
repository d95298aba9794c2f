/** What the library writes, judged by WireGuard itself. */
@org.jspecify.annotations.NullMarked
package com.truevault.sqlite.wireguard;
