package com.truevault.wireguard.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a lab has made, and how to take it away, the youngest first; also when the process is
 * stopped before {@link #close} was called.
 */
final class Teardown implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder;
  private final Deque<AutoCloseable> things = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::clear, "lab teardown");

  Teardown(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  synchronized void add(AutoCloseable thing) {
    things.push(thing);
  }

  void addNamespace(String name) {
    Tools.run(List.of("ip", "netns", "add", name));
    add(() -> removeNamespace(name));
  }

  void addProcess(Process process) {
    add(() -> stop(process));
  }

  /** A file outside the folder, that goes when what was added before it is not yet gone. */
  void addFile(Path file) {
    add(() -> Files.deleteIfExists(file));
  }

  @Override
  public void close() {
    // Closing twice is harmless: nothing is left the second time.
    Runtime.getRuntime().removeShutdownHook(atExit);
    List<Throwable> failures = clear();
    if (!failures.isEmpty()) {
      AssertionError all = new AssertionError("the lab could not take everything away");
      failures.forEach(all::addSuppressed);
      throw all;
    }
  }

  private synchronized List<Throwable> clear() {
    List<Throwable> failures = new ArrayList<>();
    things.addLast(this::removeFolder);
    while (!things.isEmpty()) {
      try {
        things.pop().close();
      } catch (Exception | AssertionError e) {
        failures.add(e);
      }
    }
    return failures;
  }

  /** Ends a process of the lab and what it has started. */
  static void stop(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      Wait.until("the end of " + all, PATIENCE, () -> all.stream().noneMatch(Teardown::isAlive));
    } finally {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static boolean isAlive(ProcessHandle process) {
    return process.isAlive();
  }

  private static void removeNamespace(String name) {
    // Only what the lab has started lives in a namespace that the lab has made.
    Tools.run(List.of("ip", "netns", "pids", name))
        .lines()
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .forEach(process -> process.ifPresent(ProcessHandle::destroyForcibly));
    Wait.until(
        "no process in " + name,
        PATIENCE,
        () -> Tools.run(List.of("ip", "netns", "pids", name)).isEmpty());
    Tools.run(List.of("ip", "netns", "delete", name));
  }

  private void removeFolder() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
