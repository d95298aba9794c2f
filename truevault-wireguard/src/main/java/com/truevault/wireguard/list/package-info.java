/** The signed list of peers, as it travels from panel to agent and rests on the agent's disk. */
@NullMarked
package com.truevault.wireguard.list;

import org.jspecify.annotations.NullMarked;
