package com.truevault.wireguard.agent;

import com.truevault.secret.VerifyingKey;
import com.truevault.server.ServerKey;

/**
 * What enrolment told the agent.
 *
 * @param server whose list it may pull
 * @param listKey signs lists
 */
public record PanelIdentity(ServerKey server, VerifyingKey listKey) {}
