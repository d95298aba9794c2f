package com.truevault.web.http;

import com.truevault.server.ServerKey;
import java.util.Optional;

/**
 * Finds out who sent a request. It is asked at most once for a request, and only if the request
 * carries a token; see {@link Request#sessionToken()}. Thread-safe.
 */
@FunctionalInterface
public interface Authenticator {
  /** Returns the caller, or nothing if the token is unknown, ended or expired. */
  Optional<Caller> authenticate(Request request);

  /** Returns the server whose agent has that credential, or nothing if none has. */
  default Optional<ServerKey> agent(String credential) {
    return Optional.empty();
  }

  /** Takes note that the caller tried what only administrators may do. */
  default void denied(Request request, Caller caller) {}
}
