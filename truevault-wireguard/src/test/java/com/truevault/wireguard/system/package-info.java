/** How programs are started. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.system;
