package com.truevault.user;

/**
 * What other files call a user. Never reused, and never shown: URLs carry the public id.
 *
 * @param value positive
 */
public record UserId(long value) {
  /** Checks the range. */
  public UserId {
    if (value < 1) {
      throw new IllegalArgumentException("user id must be >= 1: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
