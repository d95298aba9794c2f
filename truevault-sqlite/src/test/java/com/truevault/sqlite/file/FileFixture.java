package com.truevault.sqlite.file;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.store.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Files with one small table, {@code notes}. */
final class FileFixture {
  private FileFixture() {}

  static SqliteFile create(DataFile file, Path folder) throws IOException {
    FileOptions options = options(file, folder);
    Files.createFile(options.path());
    SqliteFile open = SqliteFile.open(options);
    open.<@Nullable Object>exclusively(
        session -> {
          session.execute(
              "create table notes (id integer primary key, text text not null unique) strict");
          return null;
        });
    return open;
  }

  static FileOptions options(DataFile file, Path folder) {
    return new FileOptions(
        file,
        folder.resolve(file.fileName()),
        Synchronous.NORMAL,
        new Limits(2, Duration.ofSeconds(5), Duration.ofSeconds(2)));
  }

  static void add(SqliteFile file, String text) {
    file.update("insert into notes (text) values (:text)", bind("text", text));
  }

  static long count(SqliteFile file) {
    return file.one("select count(*) as n from notes", Parameters.none(), row -> row.number("n"));
  }

  static boolean has(SqliteFile file, String text) {
    return file.find(
            "select id from notes where text = :text", bind("text", text), row -> row.number("id"))
        .isPresent();
  }
}
