package com.truevault.wireguard.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What setup has done to a machine: one line for each way back, oldest first. */
final class Manifest {
  private static final String HEAD = "# What truevault agent setup made; --undo reads it.";

  private final Machine machine;
  private final Path file;

  Manifest(Machine machine) {
    this.machine = machine;
    this.file = machine.layout().manifest();
  }

  boolean contains(Undo undo) throws IOException {
    return lines().contains(undo);
  }

  /** Whether setup wrote that file, whatever was there before. */
  boolean owns(Path path) throws IOException {
    return lines().stream()
        .filter(undo -> undo.kind() == Undo.Kind.DELETE || undo.kind() == Undo.Kind.RESTORE)
        .anyMatch(undo -> undo.path().equals(path));
  }

  /** Adds lines; those that are there keep their place. */
  void add(Collection<Undo> undoing) throws IOException {
    List<Undo> all = new ArrayList<>(lines());
    undoing.stream().filter(undo -> !all.contains(undo)).forEach(all::add);
    if (!undoing.isEmpty()) {
      write(all);
    }
  }

  void remove(Undo undo) throws IOException {
    List<Undo> left = new ArrayList<>(lines());
    left.remove(undo);
    write(left);
  }

  List<Undo> newestFirst() throws IOException {
    List<Undo> lines = new ArrayList<>(lines());
    Collections.reverse(lines);
    return lines;
  }

  private List<Undo> lines() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Undo::parse)
        .toList();
  }

  private void write(List<Undo> lines) throws IOException {
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    lines.forEach(undo -> text.append(undo.line()).append('\n'));
    machine.write(file, text.toString(), Access.ROOT_ONLY);
  }
}
