package com.truevault.wireguard.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How one deed is taken back: a line of the manifest.
 *
 * @param arguments without tabs and line feeds
 */
record Undo(Kind kind, List<String> arguments) {
  private static final Pattern BREAK = Pattern.compile("[\t\n\r]");

  enum Kind {
    /** Runs a program. */
    RUN,
    /** Deletes a file that was made. */
    DELETE,
    /** Removes a folder that was made; what others put into it stays unless all is to go. */
    FOLDER,
    /** Deletes a key that was made, if all is to go: customers' files name it. */
    KEY,
    /** Puts a file back: path, copy. */
    RESTORE,
    /** Gives a file back: path, mode in octal digits, user number, group number. */
    ACCESS
  }

  Undo {
    arguments = List.copyOf(arguments);
    if (arguments.isEmpty() || arguments.stream().anyMatch(part -> BREAK.matcher(part).find())) {
      throw new IllegalArgumentException("not a line of the manifest: " + arguments);
    }
  }

  static Undo run(String... command) {
    return new Undo(Kind.RUN, List.of(command));
  }

  static Undo of(Kind kind, Path path) {
    return new Undo(kind, List.of(path.toString()));
  }

  /** The file or folder concerned. */
  Path path() {
    return Path.of(arguments.get(0));
  }

  String line() {
    return kind + "\t" + String.join("\t", arguments);
  }

  static Undo parse(String line) {
    List<String> parts = new ArrayList<>(List.of(line.split("\t", -1)));
    return new Undo(Kind.valueOf(parts.remove(0)), parts);
  }

  /** For people. */
  String text() {
    return switch (kind) {
      case RUN -> "run: " + String.join(" ", arguments);
      case DELETE -> "delete " + path();
      case FOLDER -> "remove folder " + path();
      case KEY -> "delete private key " + path();
      case RESTORE -> "put back " + path() + " as it was";
      case ACCESS ->
          "give back %s (%s %s:%s)"
              .formatted(path(), arguments.get(1), arguments.get(2), arguments.get(3));
    };
  }
}
