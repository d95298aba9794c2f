/** How a machine is set up and given back, inside network namespaces. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.setup;
