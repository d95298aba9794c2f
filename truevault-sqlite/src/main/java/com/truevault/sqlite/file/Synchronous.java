package com.truevault.sqlite.file;

/**
 * How far a commit has gone when it returns (https://sqlite.org/pragma.html#pragma_synchronous).
 * Neither loses a commit when the process dies; they differ when the machine does.
 */
public enum Synchronous {
  /** Commits may be rolled back by a loss of power, never torn. For counts that may be lost. */
  NORMAL(1),
  /** Each commit is on the disk. */
  FULL(2);

  private final int level;

  Synchronous(int level) {
    this.level = level;
  }

  int level() {
    return level;
  }
}
