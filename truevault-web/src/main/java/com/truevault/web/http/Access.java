package com.truevault.web.http;

/** Who may call a route. */
public enum Access {
  /** Everybody, signed in or not. */
  ANYONE,
  /** Whoever is signed in; a handler shows them only what is theirs. */
  USER,
  /** Administrators. */
  ADMIN,
  /** The agent of a server, by its own credential; people never. */
  AGENT
}
