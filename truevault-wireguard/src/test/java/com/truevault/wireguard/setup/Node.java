package com.truevault.wireguard.setup;

import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Program;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A machine of the test's own: a network namespace, and a folder that stands for its files. */
public final class Node implements AutoCloseable {
  private static final List<String> FOLDERS =
      List.of("etc/sysctl.d", "etc/systemd/system", "var/lib");

  private final String id =
      Integer.toString(ThreadLocalRandom.current().nextInt(1 << 20, 1 << 24), 36);
  private final Program outside = new Program(List.of(), Duration.ofSeconds(60));
  private final Program inside =
      new Program(List.of("ip", "netns", "exec", "tvs" + id), Duration.ofSeconds(60));
  private final Layout layout;

  private Node(Path root) {
    this.layout = new Layout(root);
  }

  /** Makes one with an uplink; the test is skipped where that cannot be. */
  public static Node in(Path root) throws IOException {
    Node node = new Node(root);
    node.requireTools();
    furnish(root);
    must(node.outside, "ip netns add tvs" + node.id);
    node.must("ip link set dev lo up");
    node.must("ip link add dev up0 type veth peer name far0");
    node.must("ip link set dev far0 up");
    node.must("ip link set dev up0 up");
    node.must("ip address add 192.0.2.2/24 dev up0");
    node.must("ip route add default via 192.0.2.1 dev up0");
    return node;
  }

  /** Puts into a folder what every machine has. */
  static void furnish(Path root) throws IOException {
    for (String folder : FOLDERS) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
    Files.writeString(root.resolve("etc/shadow"), "root:*:19000:0:99999:7:::\n");
    Files.writeString(root.resolve("etc/gshadow"), "root:*::\n");
  }

  private void requireTools() throws IOException {
    Assumptions.assumeTrue(
        Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0),
        "setting up a machine needs root");
    for (String tool :
        List.of("ip -V", "wg --version", "nft --version", "wireguard-go --version")) {
      Assumptions.assumeTrue(
          outside.run(List.of(tool.split(" ", -1)), "").isFine(), "no program: " + tool);
    }
    Assumptions.assumeTrue(
        outside.run(List.of("unshare", "-n", "nft", "add table inet x"), "").isFine(),
        "nftables does not work on this kernel");
  }

  public Layout layout() {
    return layout;
  }

  public Program program() {
    return inside;
  }

  /** A name that no other interface of the machine has: wireguard-go's sockets are global. */
  public String tunnel() {
    return "wgs" + id;
  }

  public SetupOptions options() {
    return options(51820);
  }

  public SetupOptions options(int port) {
    return new SetupOptions(
        tunnel(),
        port,
        1420,
        List.of(Cidr.of("10.8.0.1/14"), Cidr.of("fd12:3456:789a::1/64")),
        List.of(),
        false,
        Path.of("/usr/bin/true"));
  }

  /** Runs a command of words inside; it must not fail. */
  public String must(String command) {
    return must(inside, command);
  }

  /** Runs a command of words outside, where its mounts are seen by everybody. */
  public void outside(String command) {
    must(outside, command);
  }

  private static String must(Program program, String command) {
    Result result = program.run(List.of(command.split(" ", -1)), "");
    if (!result.isFine()) {
      throw new IllegalStateException(command + ": " + result.reason());
    }
    return result.output();
  }

  /** All that setup could change: rules, addresses, values of the kernel, files with access. */
  public Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>(files());
    all.put("rules", must("nft list ruleset"));
    all.put("addresses", must("ip -o address").replace(" tentative", ""));
    must("sysctl -a --pattern ^net[.](ipv4[.]ip_forward|ipv[46][.]conf)")
        .lines()
        // Made up by the kernel when an interface comes up for the first time.
        .filter(line -> !line.contains("addr_gen_mode") && !line.contains("stable_secret"))
        .forEach(line -> all.put(line.substring(0, line.indexOf(' ')), line));
    return all;
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> all = Files.walk(layout.root())) {
      all.forEach(paths::add);
    }
    for (Path path : paths) {
      String name = path.toString();
      // What useradd leaves as copies.
      if (!name.endsWith("-") && !name.endsWith(".pwd.lock")) {
        String access =
            String.format(
                Locale.ROOT,
                "%o %d:%d ",
                attribute(path, "mode"),
                attribute(path, "uid"),
                attribute(path, "gid"));
        files.put(name, access + (Files.isRegularFile(path) ? Files.readString(path) : ""));
      }
    }
    return files;
  }

  private static int attribute(Path path, String name) throws IOException {
    return (int) Files.getAttribute(path, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {
    // Its end is the end of a wireguard-go that serves it.
    inside.run(List.of("ip", "link", "delete", "dev", tunnel()), "");
    must(outside, "ip netns delete tvs" + id);
  }
}
