/** What the agent does with every answer of a panel and every state of an interface. */
@org.jspecify.annotations.NullMarked
package com.truevault.wireguard.agent;
