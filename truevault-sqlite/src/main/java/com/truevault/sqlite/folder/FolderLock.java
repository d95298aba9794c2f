package com.truevault.sqlite.folder;

import com.truevault.store.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a second host away from a data folder; the system frees it when the process dies. */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "truevault.lock";

  // POSIX frees a process's locks on a file as soon as the process closes any descriptor of it, so
  // a folder that this process holds must be refused before its lock file is opened. The rule is
  // one of the process, and so is this set: real paths, entered and left with the lock.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path realFolder;
  private final FileChannel channel;

  private FolderLock(Path realFolder, FileChannel channel) {
    this.realFolder = realFolder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    Path realFolder = folder.toRealPath();
    if (!HELD.add(realFolder)) {
      throw inUse(folder);
    }
    try {
      return new FolderLock(realFolder, lock(folder));
    } catch (IOException | RuntimeException e) {
      HELD.remove(realFolder);
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      PrivateFiles.createFile(file);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw inUse(folder);
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static StorageException inUse(Path folder) {
    return new StorageException(
        "folder-in-use",
        "data folder "
            + folder
            + " is in use by another TrueVault, expected none; stop that one or choose another"
            + " folder: truevault serve --data DIR",
        null);
  }

  /** Frees the folder once, however often it is called: by then another may hold it. */
  @Override
  public synchronized void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        HELD.remove(realFolder);
      }
    }
  }
}
