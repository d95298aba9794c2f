package com.truevault.web.agent;

import org.jspecify.annotations.Nullable;

/**
 * An agent that wants to join.
 *
 * @param publicKey of its interface, if there is one already; a wrong one is a finding of its
 *     reports
 * @param software the agent's version
 */
public record AgentEnrolmentJson(String token, @Nullable String publicKey, String software) {}
