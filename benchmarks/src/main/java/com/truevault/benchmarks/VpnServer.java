package com.truevault.benchmarks;

import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An interface of wireguard-go, or of the kernel where that is not installed. */
final class VpnServer implements AutoCloseable {
  private static final Program HERE = new Program(List.of(), Duration.ofSeconds(60));
  private static final Path DAEMON = Path.of("/usr/bin/wireguard-go");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final String name = "tvb" + ProcessHandle.current().pid();
  private final List<String> prefix;
  private @Nullable Process daemon;

  private VpnServer(boolean hasNamespace) throws IOException {
    prefix = hasNamespace ? List.of("ip", "netns", "exec", name) : List.of();
    if (hasNamespace) {
      require(HERE, "ip", "netns", "add", name);
    }
    recreate();
  }

  /** In a namespace of its own. */
  static VpnServer apart() throws IOException {
    return new VpnServer(true);
  }

  /** Where this process is. */
  static VpnServer here() throws IOException {
    return new VpnServer(false);
  }

  /** Why there can be none on this machine; empty if there can. */
  static Optional<String> missing() {
    Result namespaces = HERE.run(List.of("ip", "netns", "list"), "");
    Result wg = HERE.run(List.of("wg", "--version"), "");
    return namespaces.isFine() && wg.isFine() && "root".equals(System.getProperty("user.name"))
        ? Optional.empty()
        : Optional.of("needs root, ip and wg");
  }

  String name() {
    return name;
  }

  List<String> prefix() {
    return prefix;
  }

  Program program() {
    return new Program(prefix, Duration.ofSeconds(60));
  }

  /** An interface without peers. */
  void recreate() throws IOException {
    removeInterface();
    if (Files.isExecutable(DAEMON)) {
      List<String> command = new ArrayList<>(prefix);
      command.addAll(List.of(DAEMON.toString(), name));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("WG_PROCESS_FOREGROUND", "1");
      builder.environment().put("LOG_LEVEL", "silent");
      daemon =
          builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    } else {
      require(program(), "ip", "link", "add", name, "type", "wireguard");
    }
    long end = System.nanoTime() + PATIENCE;
    while (!program().run(List.of("wg", "show", name), "").isFine()) {
      if (System.nanoTime() > end) {
        throw new IOException("interface " + name + " does not come up");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void removeInterface() {
    program().run(List.of("ip", "link", "delete", name), "");
    Process running = daemon;
    if (running != null) {
      running.onExit().completeOnTimeout(running, 10, TimeUnit.SECONDS).join();
      running.destroyForcibly();
    }
  }

  private static void require(Program program, String... command) throws IOException {
    Result result = program.run(List.of(command), "");
    if (!result.isFine()) {
      throw new IOException(String.join(" ", command) + ": " + result.reason());
    }
  }

  @Override
  public void close() {
    removeInterface();
    if (!prefix.isEmpty()) {
      HERE.run(List.of("ip", "netns", "delete", name), "");
    }
  }
}
