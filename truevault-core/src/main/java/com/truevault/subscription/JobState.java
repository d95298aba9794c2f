package com.truevault.subscription;

/** How work stands. */
public enum JobState {
  /** To be done. */
  NEW,
  /** Done. */
  DONE,
  /** Tried often enough; a person has to look. */
  DEAD
}
