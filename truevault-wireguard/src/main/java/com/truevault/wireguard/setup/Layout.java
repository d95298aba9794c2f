package com.truevault.wireguard.setup;

import java.nio.file.Path;

/**
 * Where the files of an agent lie.
 *
 * @param root {@code /}, or a folder that stands for it
 */
public record Layout(Path root) {
  /** The user that the agent runs as, and its group. */
  public static final String USER = "truevault-agent";

  /** The layout of this machine. */
  public static Layout ofThisMachine() {
    return new Layout(Path.of("/"));
  }

  /** What an administrator may edit. */
  public Path configuration() {
    return root.resolve("etc/truevault-agent");
  }

  /** The tunnel's private key, in base64. */
  public Path key() {
    return configuration().resolve("private.key");
  }

  /** The firewall's rules. */
  public Path rules() {
    return configuration().resolve("truevault.nft");
  }

  /** Brings interface and rules up. */
  public Path script() {
    return configuration().resolve("interface-up");
  }

  /** What the agent keeps. */
  public Path state() {
    return root.resolve("var/lib/truevault-agent");
  }

  /** What setup did, so that it can be taken back. */
  public Path manifest() {
    return root.resolve("var/lib/truevault-agent.manifest");
  }

  /** Turns forwarding on at boot. */
  public Path sysctl() {
    return root.resolve("etc/sysctl.d/90-truevault.conf");
  }

  /** A unit of systemd. */
  public Path unit(String name) {
    return root.resolve("etc/systemd/system").resolve(name);
  }

  /** Names and numbers of users, or of groups. */
  Path names(String file) {
    return root.resolve("etc").resolve(file);
  }

  /** Whether systemd runs here. */
  public boolean hasSystemd() {
    return root.resolve("run/systemd/system").toFile().isDirectory();
  }

  /** Whether this is a machine and not a folder that stands for one. */
  boolean isMachine() {
    return root.getNameCount() == 0;
  }
}
