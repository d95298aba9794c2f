package com.truevault.wireguard.doctor;

import com.truevault.peer.InterfacePlan;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.system.Cidr;
import com.truevault.wireguard.system.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server that is well until a test says otherwise. */
final class SettableFacts implements Facts {
  static final String KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String RULES =
      """
      table inet truevault {
      \tchain input {
      \t\ttype filter hook input priority filter; policy accept;
      \t\tudp dport 51820 accept
      \t}

      \tchain postrouting {
      \t\ttype nat hook postrouting priority srcnat; policy accept;
      \t\tmeta nfproto ipv4 iifname "wg0" oifname "eth0" masquerade
      \t\tmeta nfproto ipv6 iifname "wg0" oifname { "eth0", "eth1" } masquerade
      \t}
      }
      """;

  @Nullable Link tunnel = tunnel(true, 1420, "10.8.0.1/14");
  @Nullable String publicKey = KEY;
  int port = 51820;
  @Nullable PeerList list = list(NOW.minusSeconds(3600));
  List<Link> uplinks = List.of(new Link("eth0", true, 1500, Set.of()));
  final Map<String, String> sysctls =
      new HashMap<>(Map.of("net.ipv4.ip_forward", "1", "net.ipv6.conf.all.forwarding", "1"));
  @Nullable String rules = RULES;
  final List<FileFact> files = new ArrayList<>();
  long freeBytes = 1L << 30;
  @Nullable AgentProcess agent = new AgentProcess(7, 1 << 12);
  PanelVisit panel = panel(PanelVisit.Kind.WELCOME, Duration.ZERO);

  static Link tunnel(boolean isUp, int mtu, String address) {
    return new Link("wg0", isUp, mtu, Set.of(Cidr.of(address)));
  }

  static PanelVisit panel(PanelVisit.Kind kind, @Nullable Duration skew) {
    return new PanelVisit(kind, "https://vpn.example.com", NOW, skew);
  }

  static PeerList list(Instant issuedAt) {
    InterfacePlan plan = new InterfacePlan(new PublicKey(KEY), 51820, List.of("10.8.0.1/14"), 1420);
    return new PeerList(
        new ServerKey("fra_1"),
        new ListVersion(1, 42),
        issuedAt,
        issuedAt.plus(Duration.ofDays(3)),
        plan,
        false,
        null,
        List.of());
  }

  @Override
  public String tunnelName() {
    return "wg0";
  }

  @Override
  public @Nullable Link tunnel() {
    return tunnel;
  }

  @Override
  public @Nullable String publicKey() {
    return publicKey;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Expectation expectation() {
    return list == null ? new Expectation(null, 0, List.of()) : Expectation.of(list.plan());
  }

  @Override
  public @Nullable PeerList list() {
    return list;
  }

  @Override
  public List<Link> uplinks() {
    return uplinks;
  }

  @Override
  public String sysctl(String name) {
    return sysctls.getOrDefault(name, "");
  }

  @Override
  public @Nullable Ruleset rules() {
    return rules == null ? null : new Ruleset(rules);
  }

  @Override
  public List<FileFact> files() {
    return files;
  }

  @Override
  public long freeBytes() {
    return freeBytes;
  }

  @Override
  public @Nullable AgentProcess agent() {
    return agent;
  }

  @Override
  public boolean isAgentEnabled() {
    return true;
  }

  @Override
  public PanelVisit panel() {
    return panel;
  }
}
