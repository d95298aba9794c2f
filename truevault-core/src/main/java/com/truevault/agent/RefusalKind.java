package com.truevault.agent;

/** Why an agent did not apply what it was sent, or not all of it. */
public enum RefusalKind {
  /** The panel could not be reached. */
  UNREACHABLE,
  /** The panel answered with an error, or with something that is no list. */
  HTTP_ERROR,
  /** Nothing was sent, or a list without a single peer; the probe alone makes one. */
  EMPTY,
  /** The list is the word null. */
  NULL_LIST,
  /** The list was cut off on its way. */
  TRUNCATED,
  /** The list is not JSON. */
  NOT_JSON,
  /** The list is JSON of another shape, or another server's. */
  NOT_A_LIST,
  /** The signature is not the panel's. */
  WRONG_SIGNATURE,
  /** A newer list was applied already. */
  OLDER_GENERATION,
  /** The list is no longer valid, or one of the two clocks is wrong. */
  EXPIRED,
  /** Too many peers would go at once, and no administrator confirmed it. */
  SHRINKAGE,
  /** Some peers of the list make no sense; the others were applied. */
  UNPARSABLE_PEER,
  /** The interface is not there, or it refused. */
  INTERFACE_FAILED,
  /** The list could not be kept for the next start. */
  DISK_FAILED
}
