package com.truevault.wireguard.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.health.HealthKind;
import com.truevault.health.ProbeResult;
import com.truevault.health.ProbeTarget;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Endpoint;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand servers in every condition, in one call. */
@Tag("slow")
class ManyServersTest {
  private static final Map<String, HealthKind> EXPECTED =
      Map.of(
          "up", HealthKind.UP,
          "deaf", HealthKind.HANDSHAKE_BUT_NO_TRAFFIC,
          "silent", HealthKind.NO_ANSWER,
          "noisy", HealthKind.BAD_ANSWER,
          "closed", HealthKind.PORT_CLOSED);

  /** Three times the usual patience, because all that answer here share one busy thread. */
  private static final Pace PATIENT =
      new Pace(Pace.STANDARD.atOnce(), Pace.STANDARD.pause().multipliedBy(3));

  private final Parties parties = new Parties();

  @Test
  void aThousandAreProbedWithinAMinuteByTheCallingThread() throws Exception {
    try (LoopbackServer up =
            LoopbackServer.open(new VpnServer(parties.responder(), InnerHost.OPEN));
        LoopbackServer deaf =
            LoopbackServer.open(new VpnServer(parties.responder(), InnerHost.DEAF));
        LoopbackServer silent = LoopbackServer.open((datagram, send) -> {});
        LoopbackServer noisy = LoopbackServer.open((datagram, send) -> send.accept(new byte[10]))) {
      List<ProbeTarget> targets = new ArrayList<>();
      targets.addAll(targets("up", 600, up.endpoint()));
      targets.addAll(targets("deaf", 50, deaf.endpoint()));
      targets.addAll(targets("silent", 200, silent.endpoint()));
      targets.addAll(targets("noisy", 50, noisy.endpoint()));
      targets.addAll(targets("closed", 100, closed()));
      Collections.shuffle(targets, new Random(6));
      HandshakeProbe probe = parties.probe(PATIENT);
      int threads = ManagementFactory.getThreadMXBean().getThreadCount();
      long start = System.nanoTime();
      Map<ServerKey, ProbeResult> results = probe.probe(targets);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took.toString());
      assertTrue(ManagementFactory.getThreadMXBean().getThreadCount() <= threads + 2);
      assertEquals(
          Map.of(
              HealthKind.UP, 600,
              HealthKind.HANDSHAKE_BUT_NO_TRAFFIC, 50,
              HealthKind.NO_ANSWER, 200,
              HealthKind.BAD_ANSWER, 50,
              HealthKind.PORT_CLOSED, 100),
          counted(results));
    }
  }

  private List<ProbeTarget> targets(String name, int count, Endpoint endpoint) {
    List<ProbeTarget> targets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      targets.add(parties.target(name + "_" + i, endpoint));
    }
    return targets;
  }

  private static Endpoint closed() throws Exception {
    try (LoopbackServer server = LoopbackServer.open((datagram, send) -> {})) {
      return server.endpoint();
    }
  }

  private static Map<HealthKind, Integer> counted(Map<ServerKey, ProbeResult> results) {
    Map<HealthKind, Integer> counts = new EnumMap<>(HealthKind.class);
    results.forEach(
        (server, result) -> {
          String name = server.value().substring(0, server.value().indexOf('_'));
          assertEquals(EXPECTED.get(name), result.kind(), server + ": " + result.detail());
          counts.merge(result.kind(), 1, Integer::sum);
        });
    return counts;
  }
}
