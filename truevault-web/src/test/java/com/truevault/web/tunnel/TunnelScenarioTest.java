package com.truevault.web.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import com.truevault.web.browser.TestBrowser;
import com.truevault.web.browser.Visit;
import com.truevault.web.tunnel.Customer.Owned;
import com.truevault.wireguard.lab.Client;
import com.truevault.wireguard.lab.EchoStream;
import com.truevault.wireguard.lab.NetworkLab;
import com.truevault.wireguard.lab.StepReport;
import com.truevault.wireguard.lab.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * From the sign-up to a page that comes through a tunnel, and to its end: real browser, panel,
 * agents, interfaces. Leaves a report in target/tunnel-report.
 */
@Timeout(300)
@Tag("slow")
class TunnelScenarioTest {
  private static final String ANN = "ann@example.com";
  private static final String TEXT = "hello from behind the servers";

  /** Within which somebody is off who does not pay. */
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** For what has no limit of its own, on a machine that does other things too. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final Duration BRIEFLY = Duration.ofSeconds(1);

  private final StepReport report = new StepReport("From a sign-up to a page through a tunnel");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  @TempDir Path folder;
  private TestBrowser browser;
  private Stage stage;

  @BeforeEach
  void setTheStage() throws Exception {
    Optional<String> missing = NetworkLab.requirements();
    assumeTrue(missing.isEmpty(), missing.orElse(""));
    browser = TestBrowser.open();
    root().addAppender(log);
    log.start();
    stage = new Stage(folder.resolve("data"));
    stage.set();
  }

  @AfterEach
  void clearTheStage() throws Exception {
    root().detachAppender(log);
    if (browser != null) {
      browser.close();
    }
    if (stage != null) {
      Path kept = Path.of("target", "tunnel-report");
      report.write(kept, "scenario");
      stage.keepLogs(kept);
      stage.close();
    }
  }

  @Test
  void aTunnelFollowsWhatItsOwnerPaysFor() throws Exception {
    enrolAgents();
    String file = annAddsADeviceInTheBrowser(browser.page(1440));
    String key = publicKey(file);
    Customer bo = Customer.signUp(stage.panel().url(), "bo@example.com");
    bo.subscribe();
    Owned laptop = byApi(bo, "Laptop");
    Customer cy = Customer.signUp(stage.panel().url(), "cy@example.com");
    cy.subscribe();
    Owned phone = byApi(cy, "Phone");
    bringUp("Ann", stage.ann(), file);
    bringUp("Bo", stage.bo(), bo.configuration(laptop));
    bringUp("Cy", stage.cy(), cy.configuration(phone));
    try (EchoStream stream = stage.cy().stream(stage.page())) {
      stream.awaitEcho(PATIENCE);
      stream.restart();
      giveBackToAnn(file, key);
      annPays(key);
      boSwitches(bo, laptop);
      boRevokes(bo, laptop);
      theOthersNeverStopped(stream);
    }
    panelKnows(cy, phone);
    noAddressIsKept();
  }

  private void enrolAgents() throws Exception {
    report.step(
        "enrol both agents and start them as an unprivileged user",
        "each applies its first list: the probe's peer and those of the demo",
        () -> {
          stage.startAgents();
          stage
              .servers()
              .forEach(s -> Wait.until("a peer at " + s.key(), PATIENCE, () -> s.peers() > 0));
          return stage.servers().stream().map(s -> s.key() + ": " + s.peers() + " peers").toList();
        });
  }

  private String annAddsADeviceInTheBrowser(Page page) throws Exception {
    List<String> file = new ArrayList<>();
    report.step(
        "Ann signs up, subscribes and adds a device in a browser",
        "a configuration for vpn1",
        () -> {
          file.add(new Visit(stage.panel().url(), page).signUpAndAddDevice(ANN));
          return line(file.get(0), "Endpoint");
        });
    assertEquals("192.0.2.11:51820", line(file.get(0), "Endpoint"));
    inTheKernels("Ann's device", publicKey(file.get(0)));
    return file.get(0);
  }

  private Owned byApi(Customer customer, String name) throws Exception {
    Owned device = customer.addDevice(name, "vpn1");
    inTheKernels(customer.email() + " adds a device by the API; it", device.publicKey());
    return device;
  }

  private void inTheKernels(String what, String key) throws Exception {
    report.step(
        what + " reaches the kernels",
        "a peer on both servers",
        () -> {
          for (Stage.VpnServer server : stage.servers()) {
            Wait.until(what + " at " + server.key(), PATIENCE, () -> server.link().hasPeer(key));
          }
          return "there";
        });
  }

  private void bringUp(String who, Client client, String file) throws Exception {
    assertEquals(Optional.empty(), client.fetch(stage.page().url(), BRIEFLY));
    report.step(
        who + " brings the downloaded file up and opens the page",
        "handshake and page",
        () -> {
          client.up(file);
          pageComes(client);
          return "handshake " + client.handshake().isPresent() + ", page " + TEXT.length() + " B";
        });
  }

  private void giveBackToAnn(String file, String key) throws Exception {
    long start = System.nanoTime();
    report.step(
        "Ann's payment is given back",
        "off both kernels",
        () -> {
          stage.panel().payments().giveBack(ANN);
          offTheKernels(key);
          return "gone";
        });
    report.step(
        "Ann opens the page",
        "unreachable",
        () -> {
          Wait.until(
              "Ann's page to fail",
              LIMIT,
              () -> stage.ann().fetch(stage.page().url(), BRIEFLY).isEmpty());
          return "unreachable";
        });
    report.step(
        "Ann brings the file up anew",
        "handshake refused",
        () -> {
          stage.ann().up(file);
          // The second initiation leaves after 5 s.
          assertEquals(
              Optional.empty(), stage.ann().fetch(stage.page().url(), Duration.ofSeconds(6)));
          assertFalse(stage.ann().handshake().isPresent());
          return "no handshake after two initiations";
        });
    long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
    assertTrue(took < LIMIT.toMillis(), "off and refused after " + took + " ms");
  }

  private void annPays(String key) throws Exception {
    report.step(
        "Ann subscribes again and pays",
        "the same file works again",
        () -> {
          stage.panel().payments().payAgain(ANN);
          Wait.until("Ann's peer", PATIENCE, () -> stage.vpn1().link().hasPeer(key));
          pageComes(stage.ann());
          return "page";
        });
  }

  private void boSwitches(Customer bo, Owned laptop) throws Exception {
    report.step(
        "Bo switches to vpn2 and brings the new file up",
        "page through vpn2",
        () -> {
          bo.switchServer(laptop, "vpn2");
          String file = bo.configuration(laptop);
          assertEquals("192.0.2.12:51820", line(file, "Endpoint"));
          stage.bo().up(file);
          pageComes(stage.bo());
          assertTrue(stage.vpn2().link().handshake(laptop.publicKey()).isPresent());
          return "page, handshake at vpn2";
        });
  }

  private void boRevokes(Customer bo, Owned laptop) throws Exception {
    report.step(
        "Bo removes the device",
        "off both kernels, page unreachable",
        () -> {
          bo.revoke(laptop);
          offTheKernels(laptop.publicKey());
          assertEquals(Optional.empty(), stage.bo().fetch(stage.page().url(), BRIEFLY));
          return "gone, unreachable";
        });
  }

  private void theOthersNeverStopped(EchoStream stream) throws Exception {
    report.step(
        "Cy's stream through vpn1 during all of this",
        "no gap longer than the keepalive of 25 s",
        () -> {
          EchoStream.Report seen = stream.report();
          assertTrue(seen.longestGap().toSeconds() < 25, seen::toString);
          return seen.received()
              + " of "
              + seen.sent()
              + " echoes, longest gap "
              + seen.longestGap().toMillis()
              + " ms";
        });
  }

  private void panelKnows(Customer cy, Owned phone) throws Exception {
    report.step(
        "the panel is asked for Cy's device",
        "online",
        () -> {
          Wait.until(
              "Cy to be online",
              Duration.ofSeconds(90),
              () ->
                  cy.get("/api/v1/devices/" + phone.id() + "/status")
                      .json()
                      .get("online")
                      .getAsBoolean());
          return "online";
        });
  }

  private void noAddressIsKept() throws Exception {
    Path copy = stage.copyOfTheData();
    Path logged = stage.data().resolveSibling("panel.log");
    Files.write(
        logged,
        log.list.stream()
            .map(event -> event.getFormattedMessage() + event.getKeyValuePairs())
            .toList());
    report.step(
        "all files, WALs, logs and the agents' folders are searched for the clients' addresses",
        "found nowhere",
        () -> {
          AddressSearch.Finding finding =
              new AddressSearch(Stage.CLIENTS).in(copy, logged, stage.installation().agents());
          assertEquals(List.of(), finding.places());
          return "nothing in " + finding.files() + " files, " + finding.bytes() + " bytes";
        });
    assertTrue(names(copy).containsAll(List.of("servers.db", "devices.db", "devices.db-wal")));
    // The search sees what is there: the servers' own addresses.
    assertFalse(new AddressSearch(List.of("192.0.2.11")).in(copy).places().isEmpty());
  }

  private void offTheKernels(String key) {
    for (Stage.VpnServer server : stage.servers()) {
      Wait.until("the end of a peer at " + server.key(), LIMIT, () -> !server.link().hasPeer(key));
    }
  }

  private void pageComes(Client client) {
    Wait.until(
        "the page",
        PATIENCE,
        () -> client.fetch(stage.page().url(), Duration.ofSeconds(3)).equals(Optional.of(TEXT)));
  }

  private String publicKey(String file) {
    return stage.ann().node().feed(line(file, "PrivateKey"), "wg", "pubkey");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String line(String file, String name) {
    return file.lines()
        .filter(line -> line.startsWith(name + " = "))
        .map(line -> line.substring(name.length() + 3))
        .findFirst()
        .orElseThrow();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
