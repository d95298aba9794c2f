package com.truevault.store;

import java.util.Locale;

/** The nine files of an installation, in the order in which they are opened and backed up. */
public enum DataFile {
  /** Settings, theme, VIP list, audit log. */
  MAIN,
  /** Users and their sessions. */
  USERS,
  /** Devices, their addresses and configurations. */
  DEVICES,
  /** Servers and their health. */
  SERVERS,
  /** Subscriptions, payments and invoices. */
  BILLING,
  /** Form templates, forms and submissions. */
  FORMS,
  /** Prices, scheduled posts and tracked links. */
  CAMPAIGNS,
  /** Tables that operators design. */
  BUILDER,
  /** Lessons and progress. */
  TUTORIALS;

  /** The lower-case name, such as {@code main}; also the folder of its SQL. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name on disk, such as {@code main.db}. */
  public String fileName() {
    return folder() + ".db";
  }
}
