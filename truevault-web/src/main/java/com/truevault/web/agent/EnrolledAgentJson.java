package com.truevault.web.agent;

/**
 * An agent that joined.
 *
 * @param credential the agent's bearer token from now on; shown this once
 * @param listKey the base64 Ed25519 public key that lists are signed with
 */
public record EnrolledAgentJson(String serverKey, String credential, String listKey) {}
