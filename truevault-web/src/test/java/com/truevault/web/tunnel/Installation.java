package com.truevault.web.tunnel;

import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.WireGuardLink;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program as it is installed: readable by everybody, run in processes of its own; agents by a
 * user who may do nothing but steer the network.
 */
final class Installation implements AutoCloseable {
  /** Nobody has this number. */
  static final int USER = 61_820;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Path home;
  private final String classPath;

  private Installation(Path home, String classPath) {
    this.home = home;
    this.classPath = classPath;
  }

  /** Copies what this test runs with to where everybody may go. */
  static Installation make() throws IOException {
    Path home = Files.createTempDirectory(Path.of("/tmp"), "truevault");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path libraries = Files.createDirectory(home.resolve("lib"));
    List<String> copied = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path from = Path.of(entry);
      if (Files.exists(from) && !entry.matches(".*(test-classes|-tests|playwright|driver).*")) {
        Path to = libraries.resolve(copied.size() + "-" + from.getFileName());
        copy(from, to);
        copied.add(to.toString());
      }
    }
    return new Installation(home, String.join(File.pathSeparator, copied));
  }

  /** What agents keep and say, a folder for each. */
  Path agents() {
    return home.resolve("agents");
  }

  /** What a command prints that must succeed. */
  String run(String... arguments) {
    Result result = new Program(List.of(), LONGEST).run(command(arguments), "");
    if (!result.isFine()) {
      throw new AssertionError(List.of(arguments) + " failed: " + result.error());
    }
    return result.output();
  }

  /** Runs a command as a user who may do nothing. */
  Result runAsNobody(String... arguments) {
    return new Program(user("-all"), LONGEST).run(command(arguments), "");
  }

  /** Enrols a node and starts its agent as a user with CAP_NET_ADMIN and nothing else. */
  Process startAgent(Node node, WireGuardLink link, String panel, String token) throws IOException {
    Path own = Files.createDirectories(agents().resolve(node.name()));
    Path config = own.resolve("agent.properties");
    Files.writeString(
        config,
        """
        panel.allow-plain-http = true
        panel.url = %s
        interface.name = %s
        state.folder = %s
        """
            .formatted(panel, link.name(), own.resolve("state")));
    node.run("chown", "-R", "" + USER, own.toString());
    String file = config.toString();
    node.run(asAgent("agent", "enrol", "--config", file, "--token", token));
    return node.start(own.resolve("log"), asAgent("agent", "run", "--config", file));
  }

  @Override
  public void close() throws IOException {
    remove(home);
  }

  static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private String[] asAgent(String... arguments) {
    return Stream.concat(user("-all,+net_admin").stream(), command(arguments).stream())
        .toArray(String[]::new);
  }

  private static List<String> user(String capabilities) {
    return List.of(
        "setpriv",
        "--reuid=" + USER,
        "--regid=" + USER,
        "--clear-groups",
        "--no-new-privs",
        "--inh-caps=" + capabilities,
        "--ambient-caps=" + capabilities,
        "--bounding-set=" + capabilities);
  }

  private List<String> command(String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dguice_custom_class_loading=CHILD",
                "-cp",
                classPath,
                "com.truevault.web.Main"),
            Stream.of(arguments))
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, copy);
        String mode = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(mode));
      }
    }
  }
}
