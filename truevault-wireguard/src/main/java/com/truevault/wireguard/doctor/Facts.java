package com.truevault.wireguard.doctor;

import com.truevault.peer.PeerList;
import com.truevault.wireguard.system.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be found out about a VPN server. Asked from one thread, changing nothing. */
public interface Facts {
  /** The tunnel's name, such as {@code wg0}. */
  String tunnelName();

  /** The tunnel; null if there is none. */
  @Nullable Link tunnel();

  /** The public key that the tunnel uses; null if it has none. */
  @Nullable String publicKey();

  /** Where the tunnel listens; 0 if it does not. */
  int port();

  /** How the tunnel should be. */
  Expectation expectation();

  /** The list in force; null before the first. */
  @Nullable PeerList list();

  /** The interfaces that lead to the world. */
  List<Link> uplinks();

  /** A value of the kernel, such as {@code net.ipv4.ip_forward}; empty if it has none so named. */
  String sysctl(String name);

  /** All rules of nftables; null if they may not be read. */
  @Nullable Ruleset rules();

  /** The files and folders whose access matters, those that are there. */
  List<FileFact> files();

  /** Free bytes where the agent keeps its list; -1 if there is no such folder. */
  long freeBytes();

  /** The running agent; null if none runs, or nobody here knows. */
  @Nullable AgentProcess agent();

  /** Whether the agent should be running, as far as the system was told. */
  boolean isAgentEnabled();

  /** How the panel answers. */
  PanelVisit panel();

  /**
   * Access of a file.
   *
   * @param mode the nine bits
   * @param most the bits that may be set
   */
  record FileFact(String path, int mode, int most) {}

  /**
   * A process.
   *
   * @param capabilities the bits of those in effect
   */
  record AgentProcess(long pid, long capabilities) {}
}
