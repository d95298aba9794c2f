package com.truevault.wireguard.setup;

import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes back what {@link Setup} did, newest first, and nothing else. */
public final class Removal {
  /** What programs say of a thing that went by itself, or was never made. */
  private static final Pattern GONE =
      Pattern.compile(
          "does not exist|not found|Cannot find device|No such (file|device)|Cannot assign"
              + "|Unable to (access|modify) interface");

  private final Machine machine;
  private final Manifest manifest;
  private final Consumer<String> out;

  /**
   * Takes back what was done to the machine whose files lie there.
   *
   * @param out takes what is told, line by line
   */
  public Removal(Layout layout, Program program, Consumer<String> out) {
    this.machine = new Machine(layout, program);
    this.manifest = new Manifest(machine);
    this.out = out;
  }

  /** Tells what would be taken back, and changes nothing. */
  public void rehearse() {
    try {
      manifest.newestFirst().forEach(undo -> out.accept(undo.text()));
    } catch (IOException e) {
      throw unreadable(e);
    }
    out.accept("Nothing was changed. Run it again without --dry-run.");
  }

  /**
   * Takes everything back.
   *
   * @param isPurge whether the private key and the agent's own files go too
   * @return whether nothing failed; what did is tried again the next time
   */
  public boolean perform(boolean isPurge) {
    boolean isFine = true;
    try {
      for (Undo undo : manifest.newestFirst()) {
        String trouble = isKept(undo, isPurge) ? keep(undo) : takeBack(undo);
        isFine &= trouble.isEmpty();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return isFine;
  }

  private boolean isKept(Undo undo, boolean isPurge) throws IOException {
    return switch (undo.kind()) {
      case KEY -> !isPurge;
      case FOLDER ->
          Files.isDirectory(undo.path())
              && !isEmpty(undo.path())
              && !(isPurge && isAgents(undo.path()));
      default -> false;
    };
  }

  /** What stays of the agent's becomes the administrator's alone, as the agent's user goes. */
  private String keep(Undo undo) throws IOException {
    boolean isAgents = undo.kind() == Undo.Kind.KEY || isAgents(undo.path());
    out.accept("keep " + undo.path() + (isAgents ? "; --purge removes it" : ", as it is in use"));
    try (Stream<Path> all = isAgents ? Files.walk(undo.path()) : Stream.empty()) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", 0, LinkOption.NOFOLLOW_LINKS);
      }
    }
    return "";
  }

  private boolean isAgents(Path folder) {
    Layout layout = machine.layout();
    return folder.equals(layout.configuration()) || folder.equals(layout.state());
  }

  private String takeBack(Undo undo) throws IOException {
    out.accept(undo.text());
    String trouble =
        switch (undo.kind()) {
          case RUN -> run(undo.arguments());
          case DELETE, KEY -> delete(undo.path());
          case FOLDER -> deleteAll(undo.path());
          case RESTORE -> restore(undo);
          case ACCESS -> giveBack(undo);
        };
    if (trouble.isEmpty()) {
      manifest.remove(undo);
    } else {
      out.accept("  failed: " + trouble);
    }
    return trouble;
  }

  private String run(List<String> command) {
    Result result = machine.program().run(command, "");
    boolean isDone = result.isFine() || GONE.matcher(result.error()).find();
    return isDone ? "" : result.reason();
  }

  private static String delete(Path path) throws IOException {
    Files.deleteIfExists(path);
    return "";
  }

  private static String deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return "";
  }

  private static String restore(Undo undo) throws IOException {
    Path copy = Path.of(undo.arguments().get(1));
    if (Files.exists(copy)) {
      Files.move(copy, undo.path(), StandardCopyOption.REPLACE_EXISTING);
    }
    return "";
  }

  private String giveBack(Undo undo) throws IOException {
    List<String> is = undo.arguments();
    if (Files.exists(undo.path())) {
      machine.open(
          undo.path(),
          Integer.parseInt(is.get(1), 8),
          Integer.parseInt(is.get(2)),
          Integer.parseInt(is.get(3)));
    }
    return "";
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException(
        "files of setup cannot be changed; what is left is in " + machine.layout().manifest(), e);
  }
}
