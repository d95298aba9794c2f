package com.truevault.wireguard.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.health.HealthKind;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.noise.Responder;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class HandshakeProbeTest {
  private static final Pace BRISK = new Pace(64, Duration.ofMillis(250));
  private static final Pace CALM = new Pace(64, Duration.ofSeconds(20));

  private final Parties parties = new Parties();
  private final Responder responder = parties.responder();

  @Test
  void whoShakesHandsAndAnswersIsUp() throws IOException {
    ProbeResult result = probe(new VpnServer(responder, InnerHost.OPEN), CALM);
    assertEquals(HealthKind.UP, result.kind(), result.detail());
    assertEquals("it shook hands and an ICMP echo came back", result.detail());
    assertTrue(roundTrip(result).compareTo(Duration.ofSeconds(5)) < 0);
  }

  @Test
  void blockedIcmpRaisesNothing() throws IOException {
    ProbeResult result = probe(new VpnServer(responder, InnerHost.WITHOUT_ICMP), CALM);
    assertEquals(HealthKind.UP, result.kind(), result.detail());
    assertEquals("it shook hands and TCP was answered", result.detail());
  }

  @Test
  void aPortThatAcceptsIsAnAnswerAndIsLeftAlone() throws Exception {
    CountDownLatch reset = new CountDownLatch(1);
    ProbeResult result =
        probe(
            (datagram, send) -> {
              byte[] response = responder.respond(datagram);
              byte[] packet = response == null ? responder.open(datagram) : null;
              if (response != null) {
                send.accept(response);
              } else if (packet != null && packet[9] == Ipv4Packet.TCP && packet[33] == 2) {
                ByteBuffer syn = ByteBuffer.wrap(packet, 0, 40);
                send.accept(responder.seal(InnerHost.tcp(syn, 18), datagram));
              } else if (packet != null && packet[33] == 4) {
                reset.countDown();
              }
            },
            CALM,
            () -> assertTrue(reset.await(5, TimeUnit.SECONDS), "no reset came"));
    assertEquals(HealthKind.UP, result.kind(), result.detail());
  }

  @Test
  void whoIsSilentIsAskedThreeTimes() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    long start = System.nanoTime();
    ProbeResult result =
        probe((datagram, send) -> asked.addAndGet(responder.isMarked(datagram) ? 1 : 0), BRISK);
    assertEquals(HealthKind.NO_ANSWER, result.kind(), result.detail());
    assertNull(result.roundTrip());
    assertEquals(3, asked.get());
    assertTrue(System.nanoTime() - start >= 3 * BRISK.pause().toNanos());
  }

  @Test
  void aClosedPortIsNamedAtOnce() throws IOException {
    int port;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    long start = System.nanoTime();
    ProbeResult result = probe(new Endpoint("127.0.0.1", port), CALM);
    assertEquals(HealthKind.PORT_CLOSED, result.kind(), result.detail());
    assertTrue(System.nanoTime() - start < CALM.pause().toNanos());
  }

  @Test
  void anotherPresharedKeyIsNamedAtOnce() throws IOException {
    try (LoopbackServer server = LoopbackServer.open(new VpnServer(responder, InnerHost.OPEN))) {
      ProbeTarget target = parties.target("sv", server.endpoint());
      ProbeResult result = only(parties.probe(new byte[32], CALM).probe(List.of(target)));
      assertEquals(HealthKind.WRONG_PRESHARED_KEY, result.kind(), result.detail());
    }
  }

  @Test
  void noiseIsABadAnswer() throws IOException {
    assertBad((datagram, send) -> send.accept("HTTP/1.1 400".getBytes(US_ASCII)));
    assertBad((datagram, send) -> send.accept(new byte[0]));
    assertBad((datagram, send) -> send.accept(new byte[60_000]));
    assertBad((datagram, send) -> send.accept(datagram));
  }

  @Test
  void aResponseThatIsNotForUsIsABadAnswer() throws IOException {
    assertBad(spoiling(response -> flipped(response, 8)));
  }

  @Test
  void aResponseWithAWrongMacIsABadAnswer() throws IOException {
    assertBad(spoiling(response -> flipped(response, 60)));
  }

  @Test
  void theRightAnswerCountsHoweverMuchNoiseCameBefore() throws IOException {
    VpnServer good = new VpnServer(responder, InnerHost.OPEN);
    ProbeResult result =
        probe(
            (datagram, send) -> {
              send.accept(new byte[100]);
              send.accept(flipped(datagram, 3));
              good.answer(datagram, send);
            },
            CALM);
    assertEquals(HealthKind.UP, result.kind(), result.detail());
  }

  @Test
  void aFloodEndsTheProbe() throws IOException {
    Random random = new Random(5);
    ProbeResult result =
        probe(
            (datagram, send) -> {
              for (int i = 0; i < 500; i++) {
                byte[] noise = new byte[random.nextInt(150)];
                random.nextBytes(noise);
                send.accept(noise);
              }
            },
            CALM);
    assertEquals(HealthKind.BAD_ANSWER, result.kind(), result.detail());
  }

  @Test
  void aTunnelThatCarriesNothingIsNotUp() throws IOException {
    ProbeResult result = probe(new VpnServer(responder, InnerHost.DEAF), BRISK);
    assertEquals(HealthKind.HANDSHAKE_BUT_NO_TRAFFIC, result.kind(), result.detail());
    assertNotNull(result.roundTrip());
  }

  @Test
  void aServerUnderLoadIsShownItsCookieAtOnce() throws IOException {
    VpnServer good = new VpnServer(responder, InnerHost.OPEN);
    ProbeResult result =
        probe(
            (datagram, send) -> {
              if (responder.isMarked(datagram) && !responder.showsCookie(datagram)) {
                send.accept(responder.cookieReply(datagram));
              } else {
                good.answer(datagram, send);
              }
            },
            CALM);
    assertEquals(HealthKind.UP, result.kind(), result.detail());
  }

  @Test
  void aServerThatOnlyEverDemandsCookiesIsSilent() throws IOException {
    ProbeResult result =
        probe((datagram, send) -> send.accept(responder.cookieReply(datagram)), BRISK);
    assertEquals(HealthKind.NO_ANSWER, result.kind(), result.detail());
    assertTrue(result.detail().contains("under load"), result.detail());
  }

  @Test
  void aLostInitiationIsRepeatedWithALaterTimestamp() throws IOException {
    AtomicReference<byte[]> lost = new AtomicReference<>();
    VpnServer good = new VpnServer(responder, InnerHost.OPEN);
    ProbeResult result =
        probe(
            (datagram, send) -> {
              if (!lost.compareAndSet(null, datagram)) {
                good.answer(datagram, send);
              }
            },
            new Pace(1, Duration.ofSeconds(1)));
    assertEquals(HealthKind.UP, result.kind(), result.detail());
    assertTrue(result.detail().contains("after 2 initiations"), result.detail());
    assertNull(
        responder.respond(requireNonNull(lost.get())),
        "it is older than the one that was answered");
  }

  @Test
  void fastRepeatsAreAllAnswered() throws IOException {
    try (LoopbackServer server = LoopbackServer.open(new VpnServer(responder, InnerHost.OPEN))) {
      HandshakeProbe probe = parties.probe(CALM);
      List<ProbeTarget> target = List.of(parties.target("sv", server.endpoint()));
      for (int i = 0; i < 100; i++) {
        assertEquals(HealthKind.UP, only(probe.probe(target)).kind());
      }
    }
  }

  @Test
  void whatCannotBeSentIsSilenceWithItsReason() throws IOException {
    ProbeResult result = probe(new Endpoint("255.255.255.255", 51820), BRISK);
    assertEquals(HealthKind.NO_ANSWER, result.kind(), result.detail());
    assertTrue(result.detail().contains("cannot be reached from here"), result.detail());
  }

  @Test
  void anInterruptedProbeReturnsWhatItHasAndStaysInterrupted() throws IOException {
    Thread prober = Thread.currentThread();
    try (LoopbackServer server = LoopbackServer.open((datagram, send) -> prober.interrupt())) {
      HandshakeProbe probe = parties.probe(CALM);
      ProbeTarget target = parties.target("sv", server.endpoint());
      assertEquals(Map.of(), probe.probe(List.of(target)));
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void noServerIsProbedTwiceAtOnce() {
    ProbeTarget target = parties.target("sv", new Endpoint("127.0.0.1", 9));
    assertThrows(
        IllegalArgumentException.class, () -> parties.probe(CALM).probe(List.of(target, target)));
    assertEquals(Map.of(), parties.probe(CALM).probe(List.of()));
  }

  private void assertBad(LoopbackServer.Manner manner) throws IOException {
    ProbeResult result = probe(manner, BRISK);
    assertEquals(HealthKind.BAD_ANSWER, result.kind(), result.detail());
    assertNull(result.roundTrip());
  }

  private LoopbackServer.Manner spoiling(UnaryOperator<byte[]> spoil) {
    return (datagram, send) -> {
      byte[] response = responder.respond(datagram);
      if (response != null) {
        send.accept(spoil.apply(response));
      }
    };
  }

  private ProbeResult probe(LoopbackServer.Manner manner, Pace pace) throws IOException {
    try (LoopbackServer server = LoopbackServer.open(manner)) {
      return probe(server.endpoint(), pace);
    }
  }

  private ProbeResult probe(LoopbackServer.Manner manner, Pace pace, Check afterwards)
      throws Exception {
    try (LoopbackServer server = LoopbackServer.open(manner)) {
      ProbeResult result = probe(server.endpoint(), pace);
      afterwards.run();
      return result;
    }
  }

  private ProbeResult probe(Endpoint endpoint, Pace pace) {
    return only(parties.probe(pace).probe(List.of(parties.target("sv", endpoint))));
  }

  private static ProbeResult only(Map<?, ProbeResult> results) {
    assertEquals(1, results.size());
    return results.values().iterator().next();
  }

  private static Duration roundTrip(ProbeResult result) {
    Duration roundTrip = result.roundTrip();
    assertNotNull(roundTrip);
    return roundTrip;
  }

  private static byte[] flipped(byte[] datagram, int index) {
    byte[] changed = Arrays.copyOf(datagram, datagram.length);
    changed[index] ^= 1;
    return changed;
  }

  @FunctionalInterface
  private interface Check {
    void run() throws Exception;
  }
}
