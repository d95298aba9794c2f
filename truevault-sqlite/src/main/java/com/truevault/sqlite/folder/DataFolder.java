package com.truevault.sqlite.folder;

import com.truevault.store.DataFile;
import com.truevault.store.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of one installation. {@code CURRENT} names the generation folder that holds the nine
 * files; {@code truevault.lock} is held while the folder is open. Database files are created and
 * named here but never opened: closing any descriptor of one would drop SQLite's locks.
 */
public final class DataFolder implements AutoCloseable {
  private static final String CURRENT = "CURRENT";
  private static final String CREATING = "CREATING";
  private static final String FIRST = "gen-000001";
  private static final Set<String> REMOTE = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "9p");

  private final Path folder;
  private final FolderLock lock;

  private DataFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder for this process and creates it if it is not there.
   *
   * @throws StorageException if another process or storage holds it, or it cannot be used
   */
  public static DataFolder take(Path folder) {
    try {
      PrivateFiles.createFolder(folder);
      requireLocal(folder);
      return new DataFolder(folder, FolderLock.take(folder));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * The current generation with all nine files in it; absent in a new folder.
   *
   * @throws StorageException if the pointer names nothing usable or a file is missing
   */
  public Optional<Path> current() {
    try {
      if (!Files.exists(folder.resolve(CURRENT))) {
        return adopted();
      }
      Files.deleteIfExists(folder.resolve(CREATING));
      String name = Files.readString(folder.resolve(CURRENT)).strip();
      Path generation = folder.resolve(name);
      if (!name.matches("gen-[0-9]{6}") || !Files.isDirectory(generation)) {
        throw refusal("folder-current-wrong", "CURRENT names " + name + ", which is no generation");
      }
      requireAll(generation);
      return Optional.of(generation);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Starts the first generation with nine empty files; it counts once {@link #adopt} was called.
   */
  public Path create() {
    try {
      PrivateFiles.replace(folder.resolve(CREATING), FIRST + "\n");
      Path generation = folder.resolve(FIRST);
      PrivateFiles.createFolder(generation);
      for (DataFile file : DataFile.values()) {
        PrivateFiles.createFile(generation.resolve(file.fileName()));
      }
      PrivateFiles.flushFolder(generation);
      return generation;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Makes a finished generation the current one. */
  public void adopt(Path generation) {
    try {
      PrivateFiles.replace(folder.resolve(CURRENT), generation.getFileName() + "\n");
      Files.deleteIfExists(folder.resolve(CREATING));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** The number of a generation: 7 for {@code gen-000007}. */
  public static long numberOf(Path generation) {
    String name = generation.getFileName().toString();
    return Long.parseLong(name.substring(name.indexOf('-') + 1));
  }

  /** Gives the folder free. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Without CURRENT: removes a creation that was cut off, and refuses to write over anything else.
   */
  private Optional<Path> adopted() throws IOException {
    if (Files.exists(folder.resolve(CREATING))) {
      removeUnfinished(folder.resolve(FIRST));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> generations =
          entries.filter(path -> path.getFileName().toString().startsWith("gen-")).toList();
      if (!generations.isEmpty()) {
        throw refusal(
            "folder-current-missing",
            "CURRENT is missing while " + generations.get(0).getFileName() + " is there");
      }
    }
    return Optional.empty();
  }

  private static void removeUnfinished(Path generation) throws IOException {
    if (!Files.exists(generation)) {
      return;
    }
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(generation);
  }

  private void requireAll(Path generation) throws IOException {
    List<String> missing =
        Arrays.stream(DataFile.values())
            .map(DataFile::fileName)
            .filter(name -> !Files.exists(generation.resolve(name)))
            .toList();
    if (!missing.isEmpty()) {
      throw new StorageException(
          "file-missing",
          generation
              + " lacks "
              + String.join(", ", missing)
              + ", expected all nine files; put a copy of all nine back, then run: "
              + doctor(folder),
          null);
    }
    PrivateFiles.createFolder(generation);
    for (DataFile file : DataFile.values()) {
      PrivateFiles.tightenFile(generation.resolve(file.fileName()));
    }
  }

  private StorageException refusal(String code, String finding) {
    return new StorageException(
        code,
        "data folder "
            + folder
            + ": "
            + finding
            + ", expected the name of the generation in use; write it into CURRENT, then run: "
            + doctor(folder),
        null);
  }

  private static void requireLocal(Path folder) throws IOException {
    String type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
    if (REMOTE.contains(type)) {
      throw new StorageException(
          "folder-not-local",
          "data folder "
              + folder
              + " is on "
              + type
              + ", where SQLite's locks do not hold, expected a local disk; move it there, then"
              + " run: "
              + doctor(folder),
          null);
    }
  }

  private static StorageException unusable(Path folder, IOException cause) {
    return new StorageException(
        "folder-unusable",
        "data folder "
            + folder
            + " cannot be used ("
            + cause
            + "), expected one that this user may write; check its owner and the disk, then run: "
            + doctor(folder),
        cause);
  }

  /** Opens the folder as a host would and looks at all of it. */
  private static String doctor(Path folder) {
    return "truevault doctor --data " + folder;
  }
}
