/**
 * The agent of a VPN server: it pulls the signed list, keeps the kernel equal to it, and reports
 * what is there. {@link com.truevault.wireguard.agent.NodeAgent} puts it together.
 */
@NullMarked
package com.truevault.wireguard.agent;

import org.jspecify.annotations.NullMarked;
