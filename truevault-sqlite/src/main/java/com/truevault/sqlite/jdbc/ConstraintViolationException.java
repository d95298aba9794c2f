package com.truevault.sqlite.jdbc;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;

/**
 * A statement that a constraint refused and that changed nothing; the transaction goes on. Stores
 * turn it into the exception that their port names.
 */
public final class ConstraintViolationException extends TrueVaultException {
  private static final long serialVersionUID = 1L;

  /** Which sort of constraint refused. */
  public enum Rule {
    /** A unique column, index or primary key. */
    UNIQUE,
    /** A reference to a row that is not there, or from a row that still is. */
    FOREIGN_KEY,
    /** A check, a null in a column that takes none, or a value of another type. */
    CHECK,
    /** A trigger that raised. */
    TRIGGER
  }

  private final Rule rule;
  private final String target;

  ConstraintViolationException(Rule rule, String target, Throwable cause) {
    super(
        ErrorKind.CONFLICT,
        "storage-constraint",
        "stored data refuses this (" + rule + ": " + target + ")",
        cause);
    this.rule = rule;
    this.target = target;
  }

  /** Which sort of constraint refused. */
  public Rule rule() {
    return rule;
  }

  /**
   * What SQLite names: {@code users.email_canonical}, several such joined by a comma and a blank,
   * the name of a check, the message of a trigger, or nothing for a foreign key.
   */
  public String target() {
    return target;
  }

  /** Whether a unique rule refused that covers this column, written as {@code table.column}. */
  public boolean isTaken(String column) {
    return rule == Rule.UNIQUE && (", " + target + ",").contains(", " + column + ",");
  }
}
