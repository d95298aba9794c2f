package com.truevault.wireguard.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A machine of the lab: a namespace with one address. */
public final class Node {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final NetworkLab lab;
  private final String namespace;
  private final String address;
  private int logs;

  Node(NetworkLab lab, String namespace, String address) {
    this.lab = lab;
    this.namespace = namespace;
    this.address = address;
  }

  /** The name of the namespace, for {@code ip -n}. */
  public String name() {
    return namespace;
  }

  /** The address of the node outside all tunnels. */
  public String address() {
    return address;
  }

  /** What to put before a command so that it runs on this node. */
  public List<String> prefix() {
    return List.of("ip", "netns", "exec", namespace);
  }

  /**
   * The output of a program that runs here and must succeed within 20 s.
   *
   * @throws AssertionError with what the program said when it fails
   */
  public String run(String... command) {
    return Tools.run(here(command));
  }

  /** As {@link #run}, with text on its standard input. */
  public String feed(String input, String... command) {
    return Tools.feed(input, here(command));
  }

  /** Whether a program that runs here succeeds. */
  public boolean succeeds(String... command) {
    return Tools.attempt("", here(command)).succeeded();
  }

  /** Starts a program here that lives until the lab is closed; its words go to a file. */
  public Process start(Path log, String... command) {
    ProcessBuilder builder = new ProcessBuilder(here(command));
    builder.environment().put("WG_PROCESS_FOREGROUND", "1");
    builder.environment().put("WG_I_PREFER_BUGGY_USERSPACE_TO_POLISHED_KMOD", "1");
    builder.environment().put("LOG_LEVEL", "error");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      Process process = builder.start();
      lab.teardown().addProcess(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #start(Path, String...)}, with the words in a file of the lab. */
  public Process start(String... command) {
    return start(newLog(), command);
  }

  /**
   * Makes a WireGuard interface and turns it on, without addresses and peers.
   *
   * @param label how its name begins, at most 4 characters
   * @param port on which it listens, 0 for any
   */
  public WireGuardLink interfaceUp(String label, String privateKey, int port) {
    return interfaceUp(label, privateKey, port, 0);
  }

  /**
   * As {@link #interfaceUp(String, String, int)}, for a user who may steer it with CAP_NET_ADMIN
   * alone.
   *
   * @param owner the user's number
   */
  public WireGuardLink interfaceUp(String label, String privateKey, int port, int owner) {
    WireGuardLink link =
        new WireGuardLink(
            this, lab.uniqueInterface(label), new WireGuardLink.Key(privateKey, port, owner));
    link.create();
    return link;
  }

  /** Forwards what comes out of tunnels, under the address of this node. */
  public void masquerade() {
    run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
    feed(
        """
        table ip lab {
          chain out {
            type nat hook postrouting priority srcnat
            oifname "eth0" masquerade
          }
        }
        """,
        "nft",
        "-f",
        "-");
  }

  NetworkLab lab() {
    return lab;
  }

  Path newLog() {
    return lab.folder().resolve(namespace + "-" + logs++ + ".log");
  }

  /** Starts one of the lab's own programs and returns its log once it said that it is ready. */
  Path startJava(Class<?> program, String... arguments) {
    Path log = newLog();
    Process process = start(log, java(program, arguments));
    awaitReady(program, process, log);
    return log;
  }

  static void awaitReady(Class<?> program, Process process, Path log) {
    Wait.until(
        program.getSimpleName() + " to be ready",
        PATIENCE,
        () -> {
          String said = Files.readString(log);
          if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + said);
          }
          return said.contains("ready");
        });
  }

  static String[] java(Class<?> program, String... arguments) {
    String classes =
        new File(program.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                classes,
                program.getName()),
            Stream.of(arguments))
        .toArray(String[]::new);
  }

  private List<String> here(String... command) {
    List<String> all = new ArrayList<>(prefix());
    all.addAll(List.of(command));
    return all;
  }
}
