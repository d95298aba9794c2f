package com.truevault.wireguard.agent;

import static com.truevault.wireguard.agent.Lists.peers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.peer.InterfacePlan;
import com.truevault.peer.PeerList;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.Node;
import com.truevault.wireguard.lab.Wait;
import com.truevault.wireguard.lab.WireGuardLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent as it runs, with its threads, on a real interface. */
@Timeout(120)
class NodeAgentTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofSeconds(8);

  @TempDir Path folder;
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private NetworkLab lab;
  private WireGuardLink link;
  private Lists lists;
  private FakePanel panel;
  private AgentOptions options;

  @BeforeEach
  void openLab() throws IOException {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    lab = NetworkLab.open();
    Node node = lab.node("server", "192.0.2.11");
    Path keyFile = lab.folder().resolve("private.key");
    String key = node.run("wg", "genkey");
    Files.writeString(keyFile, key);
    link = node.interfaceUp("wg", key, 51820);
    PublicKey publicKey = new PublicKey(link.publicKey());
    lists = new Lists(new InterfacePlan(publicKey, 51999, List.of("10.8.0.1/14"), 1400));
    panel = new FakePanel(lists);
    options =
        new AgentOptions(panel.url(), link.name(), keyFile, folder.resolve("state"), node.prefix());
  }

  @AfterEach
  void closeLab() {
    if (lab != null) {
      panel.close();
      lab.close();
    }
  }

  @Test
  void joinsAndKeepsTheInterfaceEqualToTheList() throws Exception {
    Clocks clocks = new Clocks(Instant::now, System::nanoTime);
    assertEquals(Lists.SERVER, NodeAgent.enrol(options, "good-token", "1.0", clocks));
    assertTrue(panel.requests().get(0).contains(link.publicKey()), "says its key");

    holdBack(lists.list(1, peers(2, 12), Instant.now(), null));
    try (NodeAgent agent = NodeAgent.of(options, "1.0", clocks, new Random(1), log::add)) {
      agent.start();
      Wait.until("the first list", SOON, () -> link.dump().size() == 11);
      Wait.until("a report of it", SOON, () -> panel.reports().stream().anyMatch(this::isFirst));
      Wait.until("the port of the plan", SOON, () -> link.dump().get(0).contains("\t51999\t"));

      holdBack(lists.list(2, peers(2, 13), Instant.now(), null));
      Wait.until("the next list", AT_ONCE, () -> link.dump().size() == 12);

      link.recreate();
      Wait.until("everybody on the new interface", AT_ONCE, () -> link.dump().size() == 12);
    }
    int left = link.dump().size();
    assertEquals(12, left, "stopping leaves the interface as it is");
    assertTrue(NodeStatus.of(options, clocks).isRight(), "status");
    assertTrue(
        log.stream().noneMatch(line -> line.contains(panel.credential())), () -> log.toString());
  }

  private boolean isFirst(String report) {
    return report.contains("\"applied\":\"1.1\"") && report.contains("\"present\":10");
  }

  /** As a panel does: who knows the newest list gets an answer once there is a newer one. */
  private void holdBack(PeerList list) {
    String newest = list.version().toString();
    byte[] body = lists.signed(list);
    FakePanel.Script now =
        new FakePanel.Script() {
          @Override
          public void answer(String known, com.sun.net.httpserver.HttpExchange exchange)
              throws IOException {
            if (known.equals(newest)) {
              Wait.until("a newer list", SOON, () -> !panel.isScript(this));
              panel.answerAgain(known, exchange);
            } else {
              FakePanel.give(exchange, 200, body);
            }
          }
        };
    panel.script(now);
  }
}
