/** A network of namespaces with real WireGuard interfaces, made and torn down by a test. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.lab;
