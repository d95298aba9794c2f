package com.truevault.sqlite;

import com.truevault.sqlite.file.Synchronous;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh storage for each test, copied from one that was migrated once for all of them. */
public final class TemporaryStorage implements BeforeEachCallback, AfterEachCallback {
  private @Nullable Path folder;
  private @Nullable SqliteStorage storage;

  /** The storage of the running test. */
  public SqliteStorage get() {
    return Objects.requireNonNull(storage, "no test is running");
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    Template template =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(TemporaryStorage.class))
            .getOrComputeIfAbsent(Template.class);
    folder = Files.createTempDirectory("storage");
    template.copyTo(folder);
    storage = SqliteStorage.open(SqliteConfig.of(folder).withSynchronous(Synchronous.NORMAL));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (storage != null) {
      storage.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closed files, which may be copied. */
  static final class Template implements AutoCloseable {
    private final Path folder;

    Template() {
      try {
        folder = Files.createTempDirectory("template");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      SqliteStorage.open(SqliteConfig.of(folder).withSynchronous(Synchronous.NORMAL)).close();
    }

    void copyTo(Path target) throws IOException {
      try (Stream<Path> paths = Files.walk(folder)) {
        List<Path> all = paths.filter(path -> !path.equals(folder)).toList();
        for (Path path : all) {
          Files.copy(path, target.resolve(folder.relativize(path)));
        }
      }
    }

    @Override
    public void close() {
      delete(folder);
    }
  }
}
