package com.truevault.wireguard.setup;

import java.util.Locale;

/** Who may do what with a file or folder that setup makes. */
enum Access {
  /** Of the administrator alone. */
  ROOT_ONLY(0600, false, false),
  /** For everybody to read. */
  READABLE(0644, false, false),
  /** For everybody to read and run. */
  RUNNABLE(0755, false, false),
  /** A file that the agent reads too. */
  SHARED_FILE(0640, false, true),
  /** A folder that the agent reads too. */
  SHARED_FOLDER(0750, false, true),
  /** A folder of the agent alone. */
  AGENT_FOLDER(0700, true, true);

  private final int mode;
  private final boolean isOwned;
  private final boolean isShared;

  Access(int mode, boolean isOwned, boolean isShared) {
    this.mode = mode;
    this.isOwned = isOwned;
    this.isShared = isShared;
  }

  int mode() {
    return mode;
  }

  String owner() {
    return isOwned ? Layout.USER : "root";
  }

  String group() {
    return isShared ? Layout.USER : "root";
  }

  /** Such as {@code 0640 root:truevault-agent}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04o %s:%s", mode, owner(), group());
  }
}
