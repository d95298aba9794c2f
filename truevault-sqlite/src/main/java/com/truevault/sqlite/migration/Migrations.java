package com.truevault.sqlite.migration;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Script;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies what a file lacks. Each script is one transaction together with its number and its
 * history row, so that a kill at any point leaves the file at a whole version. Doing it again does
 * nothing.
 */
public final class Migrations {
  private final Scripts scripts;
  private final InstantSource clock;

  /** Applies the given scripts; the clock dates history rows and catalogue rows. */
  public Migrations(Scripts scripts, InstantSource clock) {
    this.scripts = scripts;
    this.clock = clock;
  }

  /**
   * Brings the file to the newest version.
   *
   * @throws StorageException if a script fails; the scripts before it stay applied
   */
  public void apply(SqliteFile file) {
    file.<@Nullable Object>exclusively(
        session -> {
          apply(file.file(), session);
          return null;
        });
  }

  private void apply(DataFile file, Session session) {
    int version = Integer.parseInt(String.valueOf(session.value("pragma user_version")));
    List<MigrationScript> missing =
        scripts.of(file).stream().filter(script -> script.version() > version).toList();
    if (missing.isEmpty()) {
      return;
    }
    describeInstallation(session);
    for (MigrationScript script : missing) {
      try {
        apply(file, script, session);
      } catch (RuntimeException e) {
        throw failed(file, script, e);
      }
    }
    session.execute("drop table temp.installation");
  }

  private void apply(DataFile file, MigrationScript script, Session session) {
    session.execute("begin immediate");
    if (script.version() == 1) {
      session.execute("pragma application_id = " + Slot.idOf(file));
      session.execute(
          """
          create table schema_history (
            version integer primary key,
            script text not null,
            sha256 text not null,
            applied_at text not null
          ) strict
          """);
    }
    Script.statements(script.sql()).forEach(session::execute);
    session.update(
        """
        insert into schema_history (version, script, sha256, applied_at)
        values (:version, :script, :sha256, :applied_at)
        """,
        bind("version", script.version())
            .and("script", script.name())
            .and("sha256", script.sha256())
            .and("applied_at", clock.instant()));
    session.execute("pragma user_version = " + script.version());
    session.update("commit", Parameters.none());
  }

  /** What catalogue rows may read instead of SQLite's own clock. */
  private void describeInstallation(Session session) {
    Instant now = clock.instant();
    session.execute("create temp table installation (year integer not null, now text not null)");
    session.update(
        "insert into temp.installation (year, now) values (:year, :now)",
        bind("year", now.atZone(ZoneOffset.UTC).getYear()).and("now", now));
  }

  private static StorageException failed(
      DataFile file, MigrationScript script, RuntimeException cause) {
    return new StorageException(
        "migration-failed",
        file.fileName()
            + ": script "
            + script.name()
            + " failed, the file stays at version "
            + (script.version() - 1)
            + "; report this with its cause: "
            + cause.getMessage(),
        cause);
  }
}
