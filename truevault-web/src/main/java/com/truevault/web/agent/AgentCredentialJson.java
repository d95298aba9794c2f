package com.truevault.web.agent;

/**
 * Another bearer token of the agent that asked.
 *
 * @param credential shown this once; its first use ends the one before
 */
public record AgentCredentialJson(String credential) {}
