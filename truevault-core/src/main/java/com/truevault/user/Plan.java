package com.truevault.user;

/** What can be subscribed to. */
public enum Plan {
  /** For one person. */
  PERSONAL,
  /** For a household. */
  FAMILY,
  /** For a company. */
  BUSINESS
}
