package com.truevault.health;

/** What an administrator is called for. */
public enum AlarmKind {
  /** Customers cannot use the server. */
  OFFLINE,
  /** Its agent has not reported for too long: changes may not arrive. */
  AGENT_SILENT,
  /** It has not applied the newest list for too long. */
  LAGGING,
  /** Its agent refuses a list. */
  REFUSED,
  /** Somebody may connect and cannot. */
  PAID_BUT_OFF,
  /** Somebody may not connect and can. */
  UNPAID_BUT_ON
}
