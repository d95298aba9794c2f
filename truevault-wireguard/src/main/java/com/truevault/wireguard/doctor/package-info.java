/**
 * Names what is wrong with a VPN server, and the command that mends it. Checks are small and read a
 * port of facts; they change nothing.
 */
@NullMarked
package com.truevault.wireguard.doctor;

import org.jspecify.annotations.NullMarked;
