package com.truevault.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.truevault.device.Device;
import com.truevault.web.api.Cast.Member;
import com.truevault.web.host.TestHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Where a customer connects from is in no file and no line of the log, however it is sent. */
class EndpointSecrecyTest {
  private static final String ADDRESS = "198.51.100.77";
  private static final String ENDPOINT = ADDRESS + ":41234";
  private static final byte[] PACKED = {(byte) 198, 51, 100, 77};

  @TempDir Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger("com.truevault");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setLevel(null);
    logger.setAdditive(true);
  }

  @Test
  void noFileAndNoLogHoldsTheEndpointOfACustomer() throws IOException {
    try (TestHost host = TestHost.onFiles(folder)) {
      Cast cast = new Cast(host);
      Member owner = cast.subscriber();
      Device phone = cast.device(owner);
      Client agent = TestAgent.of(host, Cast.SERVER).client();

      for (int minute = 0; minute < 3; minute++) {
        assertEquals(204, agent.post("/api/v1/agent/reports", report(phone, minute)).status());
        assertRefused(agent, withEndpoint(report(phone, minute)));
        host.clock().advance(Duration.ofMinutes(1));
      }
      host.vault().maintenance().deliver();
      host.vault().maintenance().sweep();

      String status = cast.client(owner).get("/api/v1/devices/" + phone.id() + "/status").body();
      assertTrue(status.contains("\"online\":true"), status);
      assertFalse(status.contains(ADDRESS), status);
      assertNowhere(phone);
    }
    assertNowhereInFiles();
  }

  private static void assertRefused(Client agent, Map<String, Object> report) {
    Answer answer = agent.post("/api/v1/agent/reports", report);
    assertEquals(400, answer.status());
    assertFalse(answer.body().contains(ADDRESS), answer.body());
  }

  /** The key that was reported beside the address is found, so the search finds what there is. */
  private void assertNowhere(Device phone) throws IOException {
    assertTrue(
        files().stream().anyMatch(file -> contains(file, ascii(phone.publicKey().base64()))));
    assertTrue(files().stream().anyMatch(file -> file.toString().endsWith("-wal")));
    assertNowhereInFiles();
    assertFalse(log.list.isEmpty());
    for (ILoggingEvent event : List.copyOf(log.list)) {
      String line = event.getFormattedMessage() + event.getKeyValuePairs() + thrown(event);
      assertFalse(line.contains(ADDRESS), line);
    }
  }

  private static String thrown(ILoggingEvent event) {
    return event.getThrowableProxy() == null
        ? ""
        : ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  private void assertNowhereInFiles() throws IOException {
    for (Path file : files()) {
      assertFalse(contains(file, ascii(ADDRESS)), file.toString());
      assertFalse(contains(file, PACKED), file.toString());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean contains(Path file, byte[] wanted) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Map<String, Object> report(Device device, int minute) {
    Map<String, Object> report =
        Samples.of(
            "software", "test",
            "wanted", 1,
            "present", 1,
            "unexpected", 0,
            "missing", List.of(),
            "strangers", List.of(),
            "port", 51820,
            "freeBytes", 1_000_000,
            "sentAt", TestHost.START.toString());
    report.put("peers", List.of(peer(device, minute)));
    return report;
  }

  private static Map<String, Object> peer(Device device, int minute) {
    return Samples.of(
        "publicKey",
        device.publicKey().base64(),
        "handshakeSeconds",
        5,
        "receivedBytes",
        minute * 1_000,
        "sentBytes",
        minute * 10_000);
  }

  /** As an agent would send it that knows no better. */
  private static Map<String, Object> withEndpoint(Map<String, Object> report) {
    Map<String, Object> peer = new HashMap<>(first(report));
    peer.put("endpoint", ENDPOINT);
    report.put("peers", List.of(peer));
    return report;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Map<String, Object> report) {
    return (Map<String, Object>) ((List<?>) Objects.requireNonNull(report.get("peers"))).get(0);
  }
}
