package com.truevault.wireguard.setup;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The machine that is set up: its programs and its files. */
final class Machine {
  private final Layout layout;
  private final Program program;

  Machine(Layout layout, Program program) {
    this.layout = layout;
    this.program = program;
  }

  Layout layout() {
    return layout;
  }

  Program program() {
    return program;
  }

  /** Runs a program that changes nothing. */
  Result ask(String... command) {
    return program.run(List.of(command), "");
  }

  /** Runs a program that must not fail. */
  Result run(List<String> command) {
    Result result = program.run(command, "");
    if (!result.isFine()) {
      throw failed(String.join(" ", command) + ": " + result.reason());
    }
    return result;
  }

  /** Whether the file is there and says just that. */
  boolean says(Path file, String text) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file).equals(text);
  }

  /** Writes a file as a whole, never to be seen half-written or more open than it is meant. */
  void write(Path file, String text, Access access) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    open(fresh, access);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Gives a file or folder owner, group and mode. */
  void open(Path path, Access access) throws IOException {
    open(path, access.mode(), number("passwd", access.owner()), number("group", access.group()));
  }

  void open(Path path, int mode, int user, int group) throws IOException {
    Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    Files.setPosixFilePermissions(path, permissions(mode));
  }

  /** Whether a file or folder has that owner, group and mode. */
  boolean isOpen(Path path, Access access) throws IOException {
    return hasUser()
        && mode(path) == access.mode()
        && attribute(path, "uid") == number("passwd", access.owner())
        && attribute(path, "gid") == number("group", access.group());
  }

  /** How to give the file back as it is now. */
  Undo accessNow(Path path) throws IOException {
    return new Undo(
        Undo.Kind.ACCESS,
        List.of(
            path.toString(),
            String.format(Locale.ROOT, "%04o", mode(path)),
            Integer.toString(attribute(path, "uid")),
            Integer.toString(attribute(path, "gid"))));
  }

  private static int mode(Path path) throws IOException {
    return attribute(path, "mode") & 07777;
  }

  private static int attribute(Path path, String name) throws IOException {
    return (int) Files.getAttribute(path, "unix:" + name);
  }

  boolean hasUser() throws IOException {
    return lines("passwd").stream().anyMatch(line -> line.startsWith(Layout.USER + ":"));
  }

  private int number(String file, String name) throws IOException {
    if (name.equals("root")) {
      return 0;
    }
    return lines(file).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> Integer.parseInt(line.split(":", -1)[2]))
        .findFirst()
        .orElseThrow(() -> failed("no " + name + " in " + layout.names(file)));
  }

  private List<String> lines(String file) throws IOException {
    Path path = layout.names(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    StringBuilder text = new StringBuilder();
    for (int bit = 8; bit >= 0; bit--) {
      text.append((mode >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
    }
    return PosixFilePermissions.fromString(text.toString());
  }

  private static TrueVaultException failed(String message) {
    return new TrueVaultException(ErrorKind.UNAVAILABLE, "setup-failed", message);
  }
}
