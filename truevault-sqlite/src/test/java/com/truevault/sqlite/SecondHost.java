package com.truevault.sqlite;

import com.truevault.store.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that opens a data folder and says how that went. */
final class SecondHost {
  private SecondHost() {}

  /** Starts it and waits for its answer: {@code opened} or the code of the refusal. */
  static String open(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SecondHost.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return said.lines().reduce("", (before, line) -> line);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  public static void main(String[] args) {
    try (SqliteStorage storage = SqliteStorage.open(Path.of(args[0]))) {
      System.out.println(storage.health().isEmpty() ? "nothing is open" : "opened");
    } catch (StorageException e) {
      System.out.println(e.code());
    }
  }
}
