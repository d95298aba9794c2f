package com.truevault.wireguard.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs programs that must end in time. */
final class Tools {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Tools() {}

  /** How a program ended and all that it said. */
  record Outcome(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The stripped output of a program that must succeed. */
  static String run(List<String> command) {
    return feed("", command);
  }

  /** As {@link #run}, with text on its standard input. */
  static String feed(String input, List<String> command) {
    Outcome outcome = attempt(input, command);
    if (!outcome.succeeded()) {
      throw new AssertionError(
          command + " ended with " + outcome.exit() + ": " + outcome.output().strip());
    }
    return outcome.output().strip();
  }

  /** Runs a program that may fail; standard output and errors come together. */
  static Outcome attempt(String input, List<String> command) {
    try {
      Path output = Files.createTempFile("lab", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return await(process, input, output, command);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome await(Process process, String input, Path output, List<String> command)
      throws IOException {
    try (var writer = process.outputWriter()) {
      writer.write(input);
    } catch (IOException e) {
      // A program that does not read its input may end before it is written.
      if (process.isAlive()) {
        throw e;
      }
    }
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(command + " did not end within " + LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(command + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(output));
  }
}
