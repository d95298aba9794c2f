/** The signed list of peers. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.list;
