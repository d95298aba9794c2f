package com.truevault.wireguard.agent;

import static com.truevault.wireguard.agent.Lists.peers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.StepReport;
import com.truevault.wireguard.list.PeerListWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What happens to a paying customer's traffic, through a real tunnel, when something goes wrong
 * between panel, agent and kernel.
 */
@Timeout(300)
@Tag("slow")
class FaultTableTest {
  private static final StepReport REPORT =
      new StepReport("A paying customer's traffic while things go wrong");

  private Fault fault;

  @BeforeAll
  static void requireLab() {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
  }

  @BeforeEach
  void connectCustomer() throws Exception {
    fault = Fault.prepare(REPORT);
  }

  @AfterEach
  void takeAway() {
    if (fault != null) {
      fault.close();
    }
  }

  @AfterAll
  static void writeReport() throws IOException {
    if (!REPORT.steps().isEmpty()) {
      REPORT.write(Path.of("target", "tunnel-report"), "faults");
    }
  }

  @Test
  void refusesWhatIsNoListAndWorksOn() throws Exception {
    refused("empty answer", "empty", 200, "");
    refused("null", "null_list", 200, "null");
    refused("no JSON", "not_json", 200, "Bad Gateway");
    refused("error of a proxy", "http_error", 502, "<html>Bad Gateway</html>");
    refused("page with status 200", "http_error", 200, "<!doctype html><title>Sign in</title>");
    refused("JSON without a signature", "not_a_list", 200, "{\"peers\":[]}");
    fault.panel().breaksOff(fault.lists().signed(fault.next(List.of())));
    fault.expectRefusal("list cut off on its way", "truncated");
    byte[] whole = fault.lists().signed(fault.next(List.of()));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    fault.panel().answers(200, half);
    fault.expectRefusal("half a list with status 200", "truncated");
  }

  private void refused(String what, String kind, int status, String body) throws Exception {
    fault.panel().answers(status, body.getBytes(UTF_8));
    fault.expectRefusal(what, kind);
  }

  @Test
  void refusesListsThatAreNotToBeBelieved() throws Exception {
    PeerList next = fault.next(List.of());
    fault.panel().answers(200, new Lists(fault.customer().plan()).signed(next));
    fault.expectRefusal("wrong signature", "wrong_signature");

    fault.panel().answers(200, fault.lists().signed("null"));
    fault.expectRefusal("signed null", "null_list");

    PeerList older = fault.lists().list(1, List.of(Lists.peer(90)), Instant.now(), null);
    fault.panel().answers(200, fault.lists().signed(older));
    fault.expectRefusal("older generation", "older_generation");

    PeerList old =
        fault.lists().list(60, List.of(Lists.peer(90)), Instant.now().minusSeconds(300_000), null);
    fault.panel().answers(200, fault.lists().signed(old));
    fault.expectRefusal("expired list", "expired");

    PeerList other =
        new PeerList(
            new ServerKey("there"),
            new ListVersion(1, 61),
            next.issuedAt(),
            next.expiresAt(),
            next.plan(),
            true,
            null,
            List.of(Lists.peer(90)));
    fault.panel().answers(200, fault.lists().signed(other));
    fault.expectRefusal("another server's list", "not_a_list");

    fault.panel().answers(200, fault.lists().signed(withPeers(next, List.of())));
    fault.expectRefusal("list without peers", "empty");

    fault.panel().answers(200, fault.lists().signed(withPeers(next, peers(100, 110))));
    fault.expectRefusal("sudden shrinkage without confirmation", "shrinkage");
  }

  @Test
  void usesTheRestOfAListWithAnUnparsablePeer() throws Exception {
    fault.row(
        "unparsable peer: the paying customer's own entry is garbage",
        "the rest applies, the customer stays",
        () -> {
          PeerList next = fault.next(peers(500, 501));
          String json = new String(PeerListWriter.bytes(next), UTF_8);
          String broken =
              json.replace(fault.customer().peer().publicKey().base64(), "garbage, sorry");
          fault.panel().answers(200, fault.lists().signed(broken));
          fault.poll();
          assertTrue(fault.kernel().peers().containsKey(Lists.publicKey(500)));
          return fault.reportedKind();
        },
        "unparsable_peer");
  }

  @Test
  void touchesNobodyElseWhenSomebodySignsUp() throws Exception {
    List<Long> before = fault.customer().counters();
    fault.row(
        "sign-up of 50 others, one list each",
        "session and counters of the customer go on",
        () -> {
          for (int number = 500; number < 550; number++) {
            fault.deliver(fault.next(peers(500, number + 1)));
          }
          List<Long> after = fault.customer().counters();
          assertEquals(before.get(0), after.get(0), "handshake");
          assertTrue(after.get(1) > before.get(1), "received bytes");
          assertTrue(after.get(2) > before.get(2), "sent bytes");
          return "same handshake, counters went on";
        },
        "same handshake, counters went on");
  }

  @Test
  void bringsPeersBackOnAnInterfaceThatWasMadeAnew() throws Exception {
    fault.row(
        "interface recreated without peers",
        "as before, within a second of its return",
        () -> {
          fault.customer().server().delete();
          fault.agent().watch();
          fault.customer().server().recreate();
          fault.agent().watch();
          assertTrue(fault.equalsList());
          return "all back";
        },
        "all back");
  }

  @Test
  void mindsWhatIsDoneByHand() throws Exception {
    fault.row(
        "peer added by hand",
        "reported, left alone",
        () -> {
          String stranger = Lists.publicKey(77_777).base64();
          fault.customer().server().set("peer", stranger, "allowed-ips", "10.9.9.9/32");
          fault.passCompare();
          assertTrue(fault.customer().server().hasPeer(stranger));
          assertTrue(fault.report().contains("\"strangers\":[\"" + stranger));
          return "unexpected 1";
        },
        "unexpected 1");
    fault.row(
        "the customer's peer removed by hand",
        "back with the next comparison",
        () -> {
          String key = fault.customer().peer().publicKey().base64();
          fault.customer().server().set("peer", key, "remove");
          fault.passCompare();
          assertTrue(fault.customer().server().hasPeer(key));
          return "back";
        },
        "back");
  }

  @Test
  void worksOnWithAFullDisk() throws Exception {
    fault.row(
        "disk full",
        "list applied, not kept",
        () -> {
          fault.fillDisk();
          fault.deliver(fault.next(peers(500, 600)));
          assertTrue(fault.equalsList());
          return fault.reportedKind();
        },
        "disk_failed");
  }

  @Test
  void staysCalmWhenTheClockJumps() throws Exception {
    fault.row(
        "clock jumps a day ahead",
        "lists apply",
        () -> {
          fault.jump(Duration.ofDays(1));
          fault.deliver(fault.next(peers(500, 501)));
          fault.passCompare();
          assertTrue(fault.equalsList());
          return "applied";
        },
        "applied");
    PeerList refused = fault.next(peers(500, 502));
    fault.row(
        "clock jumps a day back",
        "new lists refused by name until it is right, nothing changes",
        () -> {
          fault.jump(Duration.ofDays(-2));
          fault.panel().answers(200, fault.lists().signed(refused));
          fault.poll();
          assertTrue(fault.equalsList());
          return fault.reportedKind();
        },
        "expired");
    fault.row(
        "clock is right again",
        "the list that was refused applies",
        () -> {
          fault.jump(Duration.ofDays(1));
          fault.poll();
          fault.expect(refused);
          assertTrue(fault.equalsList());
          return "applied";
        },
        "applied");
  }

  @Test
  void changesNothingWhileThePanelIsGoneForADay() throws Exception {
    fault.row(
        "panel gone for 24 h (144 tries, the clock injected)",
        "nothing changes",
        () -> {
          fault.panelGone();
          for (int round = 0; round < 144; round++) {
            fault.pass(Duration.ofMinutes(10));
            fault.poll();
            fault.agent().watch();
          }
          assertTrue(fault.equalsList());
          return fault.trouble();
        },
        "unreachable");
  }

  @Test
  void cutsOffNobodyWhereverItIsKilled() throws Exception {
    KillPoints points = new KillPoints(fault);
    fault.row(
        "agent killed at every program it runs, before, within and after, and at every file it"
            + " writes",
        "after each kill the customer is there, after each restart the kernel is the list",
        () -> {
          int killed = points.killAtAll();
          assertTrue(killed >= 20, "only " + killed + " points");
          return killed + " kills";
        },
        null);
  }

  private static PeerList withPeers(PeerList list, List<Peer> peers) {
    return new PeerList(
        list.server(),
        list.version(),
        list.issuedAt(),
        list.expiresAt(),
        list.plan(),
        list.removesForeign(),
        list.confirmed(),
        peers);
  }
}
