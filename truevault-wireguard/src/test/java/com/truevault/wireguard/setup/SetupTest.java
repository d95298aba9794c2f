package com.truevault.wireguard.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVaultException;
import com.truevault.wireguard.system.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
@Tag("slow")
class SetupTest {
  @TempDir private Path root;
  private Node node;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void makeNode() throws IOException {
    node = Node.in(root);
  }

  @AfterEach
  void removeNode() {
    if (node != null) {
      node.close();
    }
  }

  private Setup setup() {
    return new Setup(node.layout(), node.program(), told::add);
  }

  private boolean undo(boolean isPurge) {
    return new Removal(node.layout(), node.program(), told::add).perform(isPurge);
  }

  @Test
  void aRehearsalTellsEverythingAndChangesNothing() throws IOException {
    Map<String, String> before = node.everything();
    setup().rehearse(node.options());
    assertEquals(golden("setup-dry-run.txt"), plain(told));
    assertUnchanged(before);
  }

  @Test
  void whatWasRehearsedIsWhatIsDone() {
    setup().rehearse(node.options());
    List<String> rehearsed = List.copyOf(told.subList(0, told.size() - 1));
    told.clear();
    setup().perform(node.options());
    assertEquals(rehearsed, told);
  }

  @Test
  void undoLeavesTheMachineExactlyAsItWas() throws IOException {
    node.must("nft add table inet other");
    Map<String, String> before = node.everything();
    setup().perform(node.options());
    assertFalse(before.equals(node.everything()));
    assertTrue(undo(true));
    assertUnchanged(before);
  }

  @Test
  void bringsUpTunnelForwardingAndRules() {
    String key = setup().perform(node.options());
    String name = node.tunnel();
    assertEquals(key, node.must("wg show " + name + " public-key").strip());
    assertEquals("51820", node.must("wg show " + name + " listen-port").strip());
    String link = node.must("ip address show dev " + name);
    assertTrue(link.contains("mtu 1420") && link.contains("UP"), link);
    assertTrue(link.contains("10.8.0.1/14") && link.contains("fd12:3456:789a::1/64"), link);
    assertEquals("1", node.must("sysctl -n net.ipv4.ip_forward").strip());
    assertEquals("1", node.must("sysctl -n net.ipv6.conf.all.forwarding").strip());
    String rules = node.must("nft list table inet truevault");
    assertTrue(rules.contains("oifname \"up0\" masquerade"), rules);
  }

  @Test
  void filesAreForThoseWhoNeedThem() throws IOException {
    setup().perform(node.options());
    Map<String, String> all = node.everything();
    String user = "" + Files.getAttribute(node.layout().state(), "unix:uid");
    String group = "" + Files.getAttribute(node.layout().state(), "unix:gid");
    assertFalse(user.equals("0"));
    assertTrue(all.get(node.layout().configuration().toString()).startsWith("40750 0:" + group));
    assertTrue(all.get(node.layout().key().toString()).startsWith("100640 0:" + group));
    assertTrue(all.get(node.layout().state().toString()).startsWith("40700 " + user + ":" + group));
    assertTrue(all.get(node.layout().manifest().toString()).startsWith("100600 0:0"));
  }

  @Test
  void doingItTwiceDoesNoMore() throws IOException {
    String key = setup().perform(node.options());
    Map<String, String> before = node.everything();
    told.clear();
    assertEquals(key, setup().perform(node.options()));
    assertTrue(told.stream().allMatch(line -> line.endsWith(": as it should be")), told.toString());
    assertUnchanged(before);
  }

  @Test
  void anotherPortIsTakenOverAndStillUndone() throws IOException {
    Map<String, String> before = node.everything();
    String key = setup().perform(node.options());
    assertEquals(key, setup().perform(node.options(51999)));
    assertEquals("51999", node.must("wg show " + node.tunnel() + " listen-port").strip());
    assertTrue(node.must("nft list ruleset").contains("udp dport 51999 accept"));
    assertTrue(undo(true));
    assertUnchanged(before);
  }

  @Test
  void aKeyThatIsThereIsKeptAndSurvivesEvenAPurge() throws IOException {
    String mine = node.must("wg genkey");
    Files.createDirectory(node.layout().configuration());
    Files.writeString(node.layout().key(), mine);
    Map<String, String> before = node.everything();
    setup().perform(node.options());
    assertEquals(mine, Files.readString(node.layout().key()));
    assertTrue(undo(true));
    assertUnchanged(before);
  }

  @Test
  void theKeyStaysUnlessAllIsToGo() throws IOException {
    String key = setup().perform(node.options());
    assertTrue(undo(false));
    assertTrue(Files.exists(node.layout().key()));
    assertEquals(0, Files.getAttribute(node.layout().key(), "unix:gid"));
    assertEquals(key, setup().perform(node.options()));
    assertTrue(undo(true));
    assertFalse(Files.exists(node.layout().key()));
    assertFalse(Files.exists(node.layout().manifest()));
  }

  @Test
  void anInterfaceThatWasThereIsGivenBackAsItWas() throws IOException {
    String name = node.tunnel();
    node.must("wireguard-go " + name);
    node.must("wg set " + name + " listen-port 40000");
    node.must("ip address add 10.99.0.1/24 dev " + name);
    Map<String, String> before = node.everything();
    setup().perform(node.options());
    assertTrue(undo(true));
    assertUnchanged(before);
    assertEquals("(none)", node.must("wg show " + name + " public-key").strip());
    assertEquals("40000", node.must("wg show " + name + " listen-port").strip());
  }

  @Test
  void aFileThatWasThereIsPutBack() throws IOException {
    Files.writeString(node.layout().sysctl(), "net.ipv4.ip_forward = 0\n");
    Map<String, String> before = node.everything();
    setup().perform(node.options());
    setup().perform(node.options(51999));
    assertTrue(undo(true));
    assertUnchanged(before);
  }

  @Test
  void aFailureSaysWhereItStoppedAndLeavesAWayBack() throws IOException {
    Map<String, String> before = node.everything();
    node.must("nft add table inet truevault");
    TrueVaultException stopped =
        assertThrows(TrueVaultException.class, () -> setup().perform(node.options()));
    assertTrue(stopped.getMessage().contains("stopped at the rules"), stopped.getMessage());
    assertTrue(stopped.getMessage().contains("--undo"), stopped.getMessage());
    node.must("nft delete table inet truevault");
    assertTrue(undo(true));
    assertUnchanged(before);
  }

  @Test
  void anotherKeyOnTheInterfaceStopsIt() throws IOException {
    setup().perform(node.options());
    Path other = Files.writeString(root.resolve("other"), node.must("wg genkey"));
    node.must("wg set " + node.tunnel() + " private-key " + other);
    TrueVaultException stopped =
        assertThrows(TrueVaultException.class, () -> setup().perform(node.options()));
    assertTrue(stopped.getMessage().contains("no key is ever replaced"), stopped.getMessage());
  }

  @Test
  void withoutADefaultRouteItAsksForTheUplink() {
    node.must("ip route delete default");
    TrueVaultException stopped =
        assertThrows(TrueVaultException.class, () -> setup().perform(node.options()));
    assertTrue(stopped.getMessage().contains("--uplink"), stopped.getMessage());
  }

  @Test
  void systemdUnderstandsTheUnits() {
    Assumptions.assumeTrue(
        node.program().run(List.of("systemd-analyze", "--version"), "").isFine(),
        "no systemd-analyze");
    setup().perform(node.options());
    for (String unit : List.of("truevault-agent.service", "truevault-interface.service")) {
      Result result =
          node.program()
              .run(
                  List.of(
                      "systemd-analyze",
                      "verify",
                      "--recursive-errors=no",
                      node.layout().unit(unit).toString()),
                  "");
      assertEquals("", result.error());
      assertTrue(result.isFine());
    }
  }

  @Test
  void undoIsRehearsedToo() throws IOException {
    setup().perform(node.options());
    Map<String, String> before = node.everything();
    told.clear();
    new Removal(node.layout(), node.program(), told::add).rehearse();
    assertUnchanged(before);
    assertEquals(golden("undo-dry-run.txt"), plain(told));
  }

  private void assertUnchanged(Map<String, String> before) throws IOException {
    Map<String, String> after = node.everything();
    Set<Map.Entry<String, String>> differences = new HashSet<>(before.entrySet());
    differences.removeAll(after.entrySet());
    after.entrySet().removeAll(before.entrySet());
    assertEquals(
        "", differences.isEmpty() && after.isEmpty() ? "" : differences + " became " + after);
  }

  private String plain(List<String> lines) {
    return (String.join("\n", lines) + "\n")
        .replace(root.toString(), "ROOT")
        .replace(node.tunnel(), "wg0")
        .replaceAll("sysctl -e -q -w .*", "sysctl -e -q -w EARLIER VALUES");
  }

  private static String golden(String name) throws IOException {
    try (var file = SetupTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
