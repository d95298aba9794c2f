package com.truevault.web.host;

/** What the host is run for. */
public enum Edition {
  /** Business. */
  PRODUCTION,
  /** Trying it out; every page says so. */
  DEMO
}
