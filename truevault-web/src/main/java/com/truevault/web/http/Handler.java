package com.truevault.web.http;

/**
 * Answers the requests of one route: reads the request, makes one call into the library, renders.
 * What it throws becomes a problem; see {@link com.truevault.TrueVaultException}.
 */
@FunctionalInterface
public interface Handler {
  /** Answers a request that was found to be allowed. */
  Response handle(Request request);
}
