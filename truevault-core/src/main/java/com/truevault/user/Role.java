package com.truevault.user;

/** What somebody may do on the site. */
public enum Role {
  /** Uses the service. */
  CUSTOMER,
  /** Runs it. */
  ADMINISTRATOR
}
