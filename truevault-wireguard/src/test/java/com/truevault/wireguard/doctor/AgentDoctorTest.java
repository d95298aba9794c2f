package com.truevault.wireguard.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.wireguard.doctor.Facts.AgentProcess;
import com.truevault.wireguard.doctor.Facts.FileFact;
import com.truevault.wireguard.doctor.PanelVisit.Kind;
import com.truevault.wireguard.system.Link;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault each, and the name it gets. */
class AgentDoctorTest {
  private static final String CLOSED =
      "table %s {\n\tchain %s {\n\t\ttype filter hook %s priority filter; policy drop;\n%s\t}\n}\n";

  private final SettableFacts facts = new SettableFacts();

  @Test
  void findsNothingOnAServerThatIsWell() {
    assertEquals(List.of(), AgentDoctor.examine(facts));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void namesTheFaultAndNoOther(String name, Consumer<SettableFacts> fault) {
    fault.accept(facts);
    List<Finding> findings = AgentDoctor.examine(facts);
    assertEquals(List.of(name), findings.stream().map(Finding::name).toList());
    Finding finding = findings.get(0);
    assertTrue(
        Stream.of(finding.found(), finding.expected(), finding.fix()).noneMatch(String::isBlank),
        finding.toString());
  }

  private static Stream<Arguments> faults() {
    return Stream.of(
        fault("interface-missing", facts -> facts.tunnel = null),
        fault(
            "interface-down",
            facts -> facts.tunnel = SettableFacts.tunnel(false, 1420, "10.8.0.1/14")),
        fault(
            "address-missing",
            facts -> facts.tunnel = SettableFacts.tunnel(true, 1420, "10.9.0.1/24")),
        fault("key-missing", facts -> facts.publicKey = null),
        fault(
            "key-mismatch",
            facts -> facts.publicKey = "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0="),
        fault("port-closed", facts -> facts.port = 0),
        fault("port-closed", facts -> facts.port = 40000),
        fault(
            "port-blocked",
            facts -> facts.rules = RULES.replace("dport 51820 accept", "dport 51820 drop")),
        fault(
            "port-blocked",
            facts -> facts.rules = RULES + CLOSED.formatted("ip filter", "INPUT", "input", "")),
        fault(
            "forwarding-blocked",
            facts -> facts.rules = RULES + CLOSED.formatted("ip filter", "FORWARD", "forward", "")),
        fault("forwarding-off-ipv4", facts -> facts.sysctls.put("net.ipv4.ip_forward", "0")),
        fault("forwarding-off-ipv6", facts -> facts.sysctls.remove("net.ipv6.conf.all.forwarding")),
        fault("rules-missing", facts -> facts.rules = ""),
        fault("rules-unreadable", facts -> facts.rules = null),
        fault(
            "nat-missing-ipv4",
            facts -> facts.rules = RULES.replaceAll("meta nfproto ipv4 .*masquerade", "")),
        fault(
            "nat-missing-ipv6",
            facts -> facts.rules = RULES.replaceAll("meta nfproto ipv6 .*masquerade", "")),
        fault(
            "nat-missing-ipv4",
            facts -> facts.uplinks = List.of(new Link("eth1", true, 1500, Set.of()))),
        fault(
            "mtu-too-large",
            facts -> facts.tunnel = SettableFacts.tunnel(true, 1500, "10.8.0.1/14")),
        fault(
            "mtu-too-small",
            facts -> facts.tunnel = SettableFacts.tunnel(true, 1200, "10.8.0.1/14")),
        fault("not-enrolled", facts -> facts.panel = panel(Kind.NOT_ENROLLED)),
        fault("panel-unreachable", facts -> facts.panel = panel(Kind.UNREACHABLE)),
        fault("panel-certificate-wrong", facts -> facts.panel = panel(Kind.WRONG_CERTIFICATE)),
        fault("credential-refused", facts -> facts.panel = panel(Kind.REFUSED)),
        fault("panel-answers-oddly", facts -> facts.panel = panel(Kind.ODD)),
        fault(
            "clock-off",
            facts -> facts.panel = SettableFacts.panel(Kind.WELCOME, Duration.ofMinutes(-5))),
        fault("list-missing", facts -> facts.list = null),
        fault("list-stale", facts -> facts.list = old(Duration.ofHours(30))),
        fault("list-expired", facts -> facts.list = old(Duration.ofHours(73))),
        fault("agent-stopped", facts -> facts.agent = null),
        fault("capability-missing", facts -> facts.agent = new AgentProcess(7, ~(1L << 12))),
        fault("folder-missing", facts -> facts.freeBytes = -1),
        fault("disk-full", facts -> facts.freeBytes = 1 << 20),
        fault(
            "access-too-open",
            facts ->
                facts.files.add(new FileFact("/etc/truevault-agent/private.key", 0644, 0640))));
  }

  @ParameterizedTest
  @MethodSource("firewallsThatLetIn")
  void leavesOtherFirewallsAloneThatLetTheTunnelIn(String chain, String hook, String rule) {
    facts.rules = RULES + CLOSED.formatted("ip filter", chain, hook, "\t\t" + rule + "\n");
    assertEquals(List.of(), AgentDoctor.examine(facts));
  }

  private static Stream<Arguments> firewallsThatLetIn() {
    return Stream.of(
        Arguments.of("INPUT", "input", "udp dport 51820 counter packets 0 bytes 0 accept"),
        Arguments.of("INPUT", "input", "udp dport { 53, 51820 } accept"),
        Arguments.of("INPUT", "input", "udp dport 51000-52000 accept"),
        Arguments.of("FORWARD", "forward", "iifname \"wg0\" accept"));
  }

  private static final String RULES = SettableFacts.RULES;

  private static com.truevault.peer.PeerList old(Duration age) {
    return SettableFacts.list(SettableFacts.NOW.minus(age));
  }

  private static PanelVisit panel(Kind kind) {
    return SettableFacts.panel(kind, null);
  }

  private static Arguments fault(String name, Consumer<SettableFacts> fault) {
    return Arguments.of(name, fault);
  }
}
