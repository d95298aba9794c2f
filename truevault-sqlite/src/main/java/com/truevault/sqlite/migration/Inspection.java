package com.truevault.sqlite.migration;

import com.truevault.sqlite.file.Connections;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Session;
import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file before anything is done to it and refuses what this release cannot serve. Reads
 * through a read-only connection; the message names file, finding, expectation and command.
 */
public final class Inspection {
  // A whole check reads every page; larger files get one only when they were not closed in order.
  private static final long ALWAYS_CHECKED_BYTES = 32L * 1024 * 1024;

  private final DataFile file;
  private final Path path;
  private final List<MigrationScript> known;

  /** Prepares to look at a file that exists. */
  public Inspection(DataFile file, Path path, Scripts scripts) {
    this.file = file;
    this.path = path;
    this.known = scripts.of(file);
  }

  /**
   * Looks.
   *
   * @throws StorageException with the code {@code file-foreign}, {@code file-misplaced}, {@code
   *     file-newer}, {@code file-damaged} or {@code script-edited}
   */
  public void run() {
    boolean wholeCheck = needsWholeCheck();
    try (Session session = Connections.readOnly(path)) {
      requireSlot(number(session, "pragma application_id"), session);
      int version = number(session, "pragma user_version");
      requireKnownVersion(version);
      requireSameScripts(version, session);
      if (wholeCheck) {
        requireSound(session.value("pragma quick_check(1)"));
      }
    } catch (StorageException e) {
      throw e.code().startsWith("storage-") ? damaged("it cannot be read", e) : e;
    }
  }

  private boolean needsWholeCheck() {
    Path log = path.resolveSibling(path.getFileName() + "-wal");
    try {
      return Files.size(path) <= ALWAYS_CHECKED_BYTES || (Files.exists(log) && Files.size(log) > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireSlot(int id, Session session) {
    if (id == Slot.idOf(file)) {
      return;
    }
    if (id == 0 && number(session, "select count(*) from sqlite_schema") == 0) {
      throw damaged("it is empty", null);
    }
    String expected = "%s (application id %08x)".formatted(file.fileName(), Slot.idOf(file));
    Slot.of(id)
        .ifPresent(
            other -> {
              throw refusal(
                  "file-misplaced",
                  "holds " + other.fileName() + ", expected " + expected,
                  "put the files back under their own names, then run: " + doctor());
            });
    throw refusal(
        "file-foreign",
        "belongs to another program (application id %08x), expected ".formatted(id) + expected,
        "put a copy of all nine files back, then run: " + doctor());
  }

  private void requireKnownVersion(int version) {
    if (version > known.size()) {
      throw refusal(
          "file-newer",
          "has schema version " + version + ", expected at most " + known.size(),
          "start the release that wrote it; see this one with: truevault version");
    }
  }

  private void requireSameScripts(int version, Session session) {
    List<MigrationScript> applied =
        session.query(
            "select version, script, sha256 from schema_history order by version",
            Parameters.none(),
            row ->
                new MigrationScript(
                    row.integer("version"), row.text("script"), "", row.text("sha256")));
    if (applied.size() != version) {
      throw damaged("version " + version + " with " + applied.size() + " scripts applied", null);
    }
    for (int i = 0; i < version; i++) {
      MigrationScript was = applied.get(i);
      MigrationScript is = known.get(i);
      if (!is.sha256().equals(was.sha256())) {
        throw refusal(
            "script-edited",
            "was made by " + was.name() + " " + was.sha256() + ", expected " + is.sha256(),
            "start an unchanged release; see this one with: truevault version");
      }
    }
  }

  private void requireSound(@Nullable String answer) {
    if (!"ok".equals(answer)) {
      throw damaged(String.valueOf(answer), null);
    }
  }

  private StorageException damaged(String finding, @Nullable Throwable cause) {
    return new StorageException(
        "file-damaged",
        path
            + " is damaged ("
            + finding
            + "), expected a sound "
            + file.fileName()
            + "; keep it apart, put a copy of all nine files back, then run: "
            + doctor(),
        cause);
  }

  /** Opens the folder as a host would and looks at all of it. */
  private String doctor() {
    return "truevault doctor --data " + path.resolve("../..").normalize();
  }

  private StorageException refusal(String code, String finding, String command) {
    return new StorageException(code, path + " " + finding + "; " + command, null);
  }

  private static int number(Session session, String sql) {
    return Integer.parseInt(String.valueOf(session.value(sql)));
  }
}
