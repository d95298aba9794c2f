package com.truevault.wireguard.agent;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of its owner's own (0600) that is always either the old one or the new one. */
final class DurableFile {
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final String OWNER = "unix:uid";

  private final Path file;

  DurableFile(Path file) {
    this.file = file;
  }

  /** Makes a folder (0700) and those above it; what is there keeps its rights. */
  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, FOLDER);
    }
  }

  /** What it holds; null if there is no such file. */
  byte @Nullable [] read() throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Once this returns, the bytes survive a loss of power; if it throws, the old ones do. */
  void write(byte[] bytes) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    try {
      try (FileChannel channel =
          FileChannel.open(
              next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      giveToOwner(next);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** What an administrator writes as root stays readable for the agent's own user. */
  private void giveToOwner(Path next) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS)) {
      int owner = (int) Files.getAttribute(file, OWNER, NOFOLLOW_LINKS);
      if (owner != (int) Files.getAttribute(next, OWNER, NOFOLLOW_LINKS)) {
        Files.setAttribute(next, OWNER, owner, NOFOLLOW_LINKS);
      }
    }
  }
}
