package com.truevault.sqlite.jdbc;

import com.truevault.sqlite.jdbc.ConstraintViolationException.Rule;
import com.truevault.store.StorageException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the driver throws into what the ports promise. */
public final class SqlFailures {
  private static final Set<SQLiteErrorCode> FATAL =
      Set.of(
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB);

  // https://sqlite.org/lang_transaction.html section 3: these may end the transaction on their own.
  private static final Set<SQLiteErrorCode> ENDING =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_INTERRUPT,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB);

  private SqlFailures() {}

  /**
   * The failure to throw for a statement on a file; bound values are left out, they may be secret.
   */
  public static RuntimeException translate(String file, String sql, SQLException failure) {
    SQLiteErrorCode code = codeOf(failure);
    return switch (base(code)) {
      case SQLITE_CONSTRAINT -> constraint(code, failure);
      case SQLITE_FULL ->
          storage(
              "storage-full",
              "disk is full, " + file + " took no write; free some space and try again",
              failure);
      case SQLITE_INTERRUPT ->
          storage(
              "storage-deadline",
              "a read of " + file + " ran over its time and was stopped; ask for less at once",
              failure);
      case SQLITE_BUSY, SQLITE_LOCKED ->
          storage(
              "storage-busy", file + " is held by another program; stop it and try again", failure);
      default ->
          storage(
              isFatal(failure) ? "storage-failed" : "storage-error",
              file + " cannot run a statement (" + code + "): " + firstLine(sql),
              failure);
    };
  }

  /** Whether the file can no longer be trusted by this process until it is opened again. */
  public static boolean isFatal(SQLException failure) {
    return FATAL.contains(base(codeOf(failure)));
  }

  /** Whether SQLite may have rolled the transaction back on its own. */
  static boolean mayEndTransaction(SQLException failure) {
    return ENDING.contains(base(codeOf(failure)));
  }

  private static SQLiteErrorCode codeOf(SQLException failure) {
    return failure instanceof SQLiteException known
        ? known.getResultCode()
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static SQLiteErrorCode base(SQLiteErrorCode code) {
    return code == SQLiteErrorCode.UNKNOWN_ERROR
        ? code
        : SQLiteErrorCode.getErrorCode(code.code & 0xff);
  }

  private static StorageException storage(String code, String message, SQLException cause) {
    return new StorageException(code, message, cause);
  }

  private static ConstraintViolationException constraint(
      SQLiteErrorCode code, SQLException failure) {
    Rule rule =
        switch (code) {
          case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
              Rule.UNIQUE;
          case SQLITE_CONSTRAINT_FOREIGNKEY -> Rule.FOREIGN_KEY;
          case SQLITE_CONSTRAINT_TRIGGER -> Rule.TRIGGER;
          default -> Rule.CHECK;
        };
    return new ConstraintViolationException(rule, target(failure.getMessage()), failure);
  }

  /** Takes {@code users.email} from {@code [CODE] text (UNIQUE constraint failed: users.email)}. */
  private static String target(@Nullable String message) {
    if (message == null) {
      return "";
    }
    int open = message.indexOf('(');
    int close = message.lastIndexOf(')');
    String inner = open >= 0 && close > open ? message.substring(open + 1, close) : message;
    int failed = inner.indexOf("constraint failed: ");
    return failed < 0 ? inner : inner.substring(failed + "constraint failed: ".length());
  }

  private static String firstLine(String sql) {
    return sql.strip().lines().findFirst().orElse("");
  }
}
