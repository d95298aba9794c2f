package com.truevault.webhook;

import java.time.Instant;

/** Finds what the provider could not deliver, such as while the host was down. */
@FunctionalInterface
public interface MissedEvents {
  /** Where the provider keeps no list of what happened. */
  MissedEvents NONE = since -> 0;

  /**
   * Has what happened since then, and never arrived, delivered again.
   *
   * @return how many deliveries will come
   * @throws com.truevault.TrueVaultException UNAVAILABLE if the provider does not answer
   */
  int catchUp(Instant since);
}
