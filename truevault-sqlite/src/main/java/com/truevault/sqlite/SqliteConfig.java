package com.truevault.sqlite;

import com.truevault.sqlite.file.FileOptions;
import com.truevault.sqlite.file.Limits;
import com.truevault.sqlite.file.Synchronous;
import com.truevault.store.DataFile;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How a data folder is opened.
 *
 * @param directory the data folder; created if it is not there
 * @param limits of each file
 * @param synchronous overrides how far commits go, for tests and imports; null for each file's own
 * @param clock dates migrations and what they install
 */
public record SqliteConfig(
    Path directory, Limits limits, @Nullable Synchronous synchronous, InstantSource clock) {

  /** The usual limits and each file's own durability, by the system's clock. */
  public static SqliteConfig of(Path directory) {
    return new SqliteConfig(directory, Limits.USUAL, null, InstantSource.system());
  }

  /** The same with another clock. */
  public SqliteConfig withClock(InstantSource other) {
    return new SqliteConfig(directory, limits, synchronous, other);
  }

  /** The same with other limits. */
  public SqliteConfig withLimits(Limits other) {
    return new SqliteConfig(directory, other, synchronous, clock);
  }

  /** The same with every file's commits going this far. */
  public SqliteConfig withSynchronous(Synchronous other) {
    return new SqliteConfig(directory, limits, other, clock);
  }

  FileOptions optionsOf(DataFile file, Path generation) {
    Synchronous own =
        file == DataFile.CAMPAIGNS || file == DataFile.TUTORIALS
            ? Synchronous.NORMAL
            : Synchronous.FULL;
    return new FileOptions(
        file, generation.resolve(file.fileName()), synchronous == null ? own : synchronous, limits);
  }
}
