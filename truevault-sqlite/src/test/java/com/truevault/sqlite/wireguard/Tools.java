package com.truevault.sqlite.wireguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the programs of a WireGuard host. */
final class Tools {
  private Tools() {}

  static boolean areInstalled() {
    return Stream.of("/usr/bin/wg", "/usr/bin/wg-quick", "/usr/bin/wireguard-go", "/usr/sbin/ip")
        .allMatch(tool -> Files.isExecutable(Path.of(tool)));
  }

  /** The output of a program that must end well within ten seconds. */
  static String run(String... command) throws IOException, InterruptedException {
    return feed("", command);
  }

  /** As {@link #run}, with text on its standard input. */
  static String feed(String input, String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.SECONDS), () -> List.of(command) + " hangs");
    assertEquals(0, process.exitValue(), () -> List.of(command) + " said: " + output);
    return output.strip();
  }
}
