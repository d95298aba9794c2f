package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a file.
 *
 * @param isOurs whether what is there now came from setup, so that it needs no copy
 */
record WriteFile(Machine machine, Path path, String content, Access access, boolean isOurs)
    implements Deed {
  @Override
  public String text() {
    return content
        .lines()
        .map(line -> ("  | " + line).stripTrailing())
        .collect(Collectors.joining("\n", "write " + path + " (" + access + ")\n", ""));
  }

  @Override
  public List<Undo> undoing() {
    if (isOurs) {
      return List.of();
    }
    if (Files.exists(path)) {
      return List.of(new Undo(Undo.Kind.RESTORE, List.of(path.toString(), copy().toString())));
    }
    List<Undo> undoing = new ArrayList<>();
    for (Path folder : missingFolders()) {
      undoing.add(Undo.of(Undo.Kind.FOLDER, folder));
    }
    undoing.add(Undo.of(Undo.Kind.DELETE, path));
    return undoing;
  }

  @Override
  public void perform() throws IOException {
    if (!isOurs && Files.exists(path)) {
      Files.copy(
          path, copy(), StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createDirectories(path.getParent());
    machine.write(path, content, access);
  }

  private List<Path> missingFolders() {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path up = path.getParent(); up != null && !Files.exists(up); up = up.getParent()) {
      missing.addFirst(up);
    }
    return List.copyOf(missing);
  }

  private Path copy() {
    return path.resolveSibling(path.getFileName() + ".before-truevault");
  }
}
