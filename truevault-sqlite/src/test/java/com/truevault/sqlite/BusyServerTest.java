package com.truevault.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.agent.PeerSighting;
import com.truevault.device.DeviceFixture;
import com.truevault.server.ServerFixture;
import com.truevault.store.DataFile;
import com.truevault.testing.VaultFixture;
import com.truevault.traffic.Bytes;
import com.truevault.traffic.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server with as many peers as one is meant to have. */
final class BusyServerTest {
  private static final int PEERS = 10_000;

  /** Far more than it takes, so that a busy machine does not fail it; a row at a time would. */
  private static final Duration MOST = Duration.ofSeconds(5);

  @RegisterExtension final TemporaryStorage temporary = new TemporaryStorage();
  private VaultFixture fixture;

  @BeforeEach
  void addDevices() {
    fixture = new VaultFixture(temporary.get());
    temporary
        .get()
        .transactions()
        .run(
            DataFile.DEVICES,
            () ->
                IntStream.range(0, PEERS)
                    .mapToObj(DeviceFixture::numbered)
                    .forEach(device -> temporary.get().devices().add(device, VaultFixture.START)));
  }

  private Duration report(long carried) {
    List<PeerSighting> sightings =
        IntStream.range(0, PEERS)
            .mapToObj(
                number ->
                    new PeerSighting(
                        DeviceFixture.key(number), Duration.ofSeconds(9), carried, carried))
            .toList();
    Instant at = fixture.clock().instant();
    long start = System.nanoTime();
    fixture.vault().traffic().seen(ServerFixture.NEW_YORK.key(), at, sightings);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Test
  void takesAReportOfAllItsPeersInOneTransaction() {
    for (int minute = 1; minute <= 5; minute++) {
      Duration taken = report(minute * 1_000L);
      assertTrue(taken.compareTo(MOST) < 0, "a report took " + taken);
      fixture.clock().advance(Duration.ofMinutes(1));
    }

    assertEquals(
        Map.of(Span.DAY.start(VaultFixture.START), new Bytes(5_000, 5_000)),
        temporary
            .get()
            .traffic()
            .history(DeviceFixture.numbered(PEERS - 1).id(), Span.DAY, Instant.EPOCH));
    fixture.clock().advance(Duration.ofMinutes(5));
    assertEquals(PEERS, fixture.vault().maintenance().sweep());
  }
}
