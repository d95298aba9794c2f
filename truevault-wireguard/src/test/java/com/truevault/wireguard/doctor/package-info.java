/** How faults of a VPN server are named. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.doctor;
