package com.truevault.sqlite;

import com.truevault.sqlite.file.Snapshot;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.folder.DataFolder;
import com.truevault.sqlite.migration.Inspection;
import com.truevault.sqlite.migration.Migrations;
import com.truevault.sqlite.migration.Scripts;
import com.truevault.store.DataFile;
import com.truevault.store.FileHealth;
import com.truevault.store.Transactions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nine open files of a data folder. Safe for use by many threads. */
final class SqliteFiles implements Transactions, AutoCloseable {
  private final DataFolder folder;
  private final Path generation;
  private final Map<DataFile, SqliteFile> files;
  private final List<WriteProbe> probes;

  private SqliteFiles(
      DataFolder folder, Path generation, Map<DataFile, SqliteFile> files, InstantSource clock) {
    this.folder = folder;
    this.generation = generation;
    this.files = files;
    this.probes = files.values().stream().map(file -> new WriteProbe(file, clock)).toList();
  }

  /** Creates or inspects, opens and migrates all nine; on any refusal nothing stays open. */
  static SqliteFiles open(SqliteConfig config, Scripts scripts) {
    DataFolder folder = DataFolder.take(config.directory().toAbsolutePath().normalize());
    try {
      Optional<Path> current = folder.current();
      current.ifPresent(path -> inspect(path, scripts));
      Path generation = current.orElseGet(folder::create);
      Map<DataFile, SqliteFile> files = openAll(config, scripts, generation);
      if (current.isEmpty()) {
        folder.adopt(generation);
      }
      return new SqliteFiles(folder, generation, files, config.clock());
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  SqliteFile get(DataFile file) {
    SqliteFile open = files.get(file);
    if (open == null) {
      throw new IllegalStateException(file.fileName() + " is not open");
    }
    return open;
  }

  Path generation() {
    return generation;
  }

  /** The number in the name of the generation that {@code CURRENT} named when it was opened. */
  long folderGeneration() {
    return DataFolder.numberOf(generation);
  }

  /** Pins all nine at one moment; one caller at a time, for two gates would wait for each other. */
  synchronized Snapshot snapshot() {
    return Snapshot.of(List.copyOf(files.values()));
  }

  /** How each file is doing, proven by writing to it. */
  List<FileHealth> health() {
    return probes.stream().map(WriteProbe::look).toList();
  }

  @Override
  public <T extends @Nullable Object> T write(DataFile file, Supplier<T> work) {
    return get(file).write(work);
  }

  /** Closes the files in the opposite order, then gives the folder free. */
  @Override
  public void close() {
    List<SqliteFile> open = new ArrayList<>(files.values());
    Collections.reverse(open);
    try {
      open.forEach(SqliteFile::close);
    } finally {
      folder.close();
    }
  }

  private static void inspect(Path generation, Scripts scripts) {
    forEachFile(
        file -> {
          new Inspection(file, generation.resolve(file.fileName()), scripts).run();
          return file;
        });
  }

  private static Map<DataFile, SqliteFile> openAll(
      SqliteConfig config, Scripts scripts, Path generation) {
    Migrations migrations = new Migrations(scripts, config.clock());
    Map<DataFile, SqliteFile> opened = Collections.synchronizedMap(new EnumMap<>(DataFile.class));
    try {
      forEachFile(
          file -> {
            SqliteFile open = SqliteFile.open(config.optionsOf(file, generation));
            opened.put(file, open);
            migrations.apply(open);
            return open;
          });
      return new EnumMap<>(opened);
    } catch (RuntimeException e) {
      opened.values().forEach(SqliteFile::close);
      throw e;
    }
  }

  /** Side by side, for most of the time is spent waiting for the disk. */
  private static void forEachFile(Function<DataFile, Object> step) {
    ExecutorService threads = Executors.newFixedThreadPool(DataFile.values().length);
    try {
      List<CompletableFuture<Object>> steps =
          Arrays.stream(DataFile.values())
              .map(file -> CompletableFuture.supplyAsync(() -> step.apply(file), threads))
              .toList();
      CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
          .exceptionally(failure -> null)
          .join();
      steps.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      threads.shutdown();
    }
  }
}
