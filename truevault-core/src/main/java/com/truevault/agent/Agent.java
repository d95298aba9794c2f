package com.truevault.agent;

import com.truevault.secret.TokenHash;
import com.truevault.server.ServerKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may pull the list of a server and report on it.
 *
 * @param credential the hash of the newest credential
 * @param previous the hash of the one before; null once the newest was used
 * @param credentialAt when the newest was handed out
 */
public record Agent(
    ServerKey server,
    TokenHash credential,
    @Nullable TokenHash previous,
    Instant enrolledAt,
    Instant credentialAt) {

  /** The agent that has used its newest credential. */
  Agent settled() {
    return new Agent(server, credential, null, enrolledAt, credentialAt);
  }

  /** The agent with one more credential beside the one that it uses. */
  Agent handed(TokenHash fresh, TokenHash used, Instant at) {
    return new Agent(server, fresh, used, enrolledAt, at);
  }
}
