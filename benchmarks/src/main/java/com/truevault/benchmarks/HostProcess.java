package com.truevault.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, started as the launcher starts the host. */
final class HostProcess implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("(http|udp)://127\\.0\\.0\\.1:\\d+");
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final URI url;

  private HostProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts a class of this program's class path. */
  static HostProcess ofClass(Path log, String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dguice_custom_class_loading=CHILD");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new HostProcess(process, awaitUrl(process, log));
  }

  private static URI awaitUrl(Process process, Path log) throws IOException {
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = URL.matcher(line);
      if (found.find()) {
        return URI.create(found.group());
      }
    }
    throw new IOException("server did not start, see " + log);
  }

  URI url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly();
    }
  }
}
