package com.truevault.webhook;

/** What became of a delivery. */
public enum DeliveryState {
  /** Kept, not looked into yet. */
  NEW,
  /** Looked into; what follows from it is committed. */
  DONE,
  /** Not for us, or of a kind that changes nothing here. */
  IGNORED,
  /** Could not be looked into, often enough; a person has to look. */
  FAILED
}
