package com.truevault.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.truevault.Storage;
import com.truevault.device.Device;
import com.truevault.device.Device.Presence;
import com.truevault.device.DeviceFixture;
import com.truevault.device.DeviceId;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import com.truevault.traffic.TrafficStore.Counter;
import com.truevault.traffic.TrafficStore.Reading;
import com.truevault.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link TrafficStore} does. */
public interface TrafficStoreContract {
  /** The moment of most things here: 28 February 2026, one moment before midnight. */
  Instant AT = Corpus.MOMENT;

  ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  ServerKey BERLIN = ServerFixture.BERLIN.key();

  Storage storage();

  private TrafficStore traffic() {
    return storage().traffic();
  }

  private Device add(int number) {
    Device device = DeviceFixture.numbered(number);
    storage().devices().add(device, AT);
    return device;
  }

  private void count(Device device, ServerKey server, Instant at, Bytes carried) {
    Counter counter = new Counter(device.id(), carried, at);
    traffic().count(server, at, List.of(new Reading(counter, carried)));
  }

  private Presence presence(Device device) {
    return storage().devices().find(device.id()).orElseThrow().presence();
  }

  @Test
  default void knowsNoCounterOfAKeyThatNoDeviceHas() {
    Device device = add(1);

    assertEquals(
        Map.of(device.publicKey(), new Counter(device.id(), Bytes.NONE, null)),
        traffic().counters(NEW_YORK, Set.of(device.publicKey(), DeviceFixture.key(9))));
    assertEquals(Map.of(), traffic().counters(NEW_YORK, Set.of()));
  }

  @Test
  default void givesBackTheCountersOfEachServer() {
    Device device = add(1);
    Counter counter = new Counter(device.id(), new Bytes(1L << 53, 7), AT.plusMillis(1));
    Counter later = new Counter(device.id(), new Bytes(5, 6), null);

    traffic().count(NEW_YORK, AT, List.of(new Reading(counter, Bytes.NONE)));
    traffic().count(BERLIN, AT, List.of(new Reading(later, Bytes.NONE)));
    assertEquals(Map.of(device.publicKey(), counter), counters(NEW_YORK, device));
    assertEquals(Map.of(device.publicKey(), later), counters(BERLIN, device));

    traffic().count(NEW_YORK, AT, List.of(new Reading(later, Bytes.NONE)));
    assertEquals(Map.of(device.publicKey(), later), counters(NEW_YORK, device));
  }

  @Test
  default void addsWhatWasCarriedToItsHourAndItsDay() {
    Device device = add(1);
    Instant hour = Instant.parse("2026-02-28T23:00:00Z");
    Instant day = Instant.parse("2026-02-28T00:00:00Z");
    Instant next = Instant.parse("2026-03-01T00:00:00Z");

    count(device, NEW_YORK, AT, new Bytes(10, 1));
    count(device, BERLIN, AT.minusSeconds(60), new Bytes(20, 2));
    count(device, BERLIN, AT.plusMillis(13), new Bytes(40, 4));

    assertEquals(
        Map.of(hour, new Bytes(30, 3), next, new Bytes(40, 4)),
        traffic().history(device.id(), Span.HOUR, hour));
    assertEquals(
        Map.of(day, new Bytes(30, 3), next, new Bytes(40, 4)),
        traffic().history(device.id(), Span.DAY, day));
    assertEquals(
        Map.of(next, new Bytes(40, 4)),
        traffic().history(device.id(), Span.DAY, day.plusMillis(1)));
  }

  @Test
  default void writesNothingDownWhereNothingWasCarried() {
    Device device = add(1);

    count(device, NEW_YORK, AT, Bytes.NONE);

    assertEquals(Map.of(), traffic().history(device.id(), Span.DAY, Instant.EPOCH));
  }

  @Test
  default void sumsUpADeviceOfAUserByItsDays() {
    Device first = add(1);
    Device second = add(2);
    add(3);
    Device strange = DeviceFixture.of(new UserId(8), DeviceFixture.numbered(4));
    storage().devices().add(strange, AT);

    count(first, NEW_YORK, AT, new Bytes(10, 1));
    count(first, BERLIN, AT.minus(1, ChronoUnit.DAYS), new Bytes(20, 2));
    count(first, BERLIN, AT.minus(2, ChronoUnit.DAYS), new Bytes(40, 4));
    count(second, BERLIN, AT, new Bytes(5, 5));
    count(strange, BERLIN, AT, new Bytes(9, 9));

    assertEquals(
        Map.of(first.id(), new Bytes(30, 3), second.id(), new Bytes(5, 5)),
        traffic()
            .totals(
                DeviceFixture.OWNER, AT.minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS)));
  }

  @Test
  default void marksDevicesAsConnectedAndNeverTurnsLastSeenBack() {
    Device device = add(1);
    Device other = add(2);

    traffic().connected(Map.of(device.id(), AT, new DeviceId("device-nr-9"), AT));
    traffic().connected(Map.of(device.id(), AT.minusSeconds(300)));

    assertEquals(new Presence(true, AT), presence(device));
    assertEquals(Presence.NEVER, presence(other));
    traffic().connected(Map.of(device.id(), AT.plusSeconds(300)));
    assertEquals(new Presence(true, AT.plusSeconds(300)), presence(device));
  }

  @Test
  default void disconnectsWhatShookHandsWithNoServerLately() {
    Device gone = add(1);
    Device moved = add(2);
    traffic().connected(Map.of(gone.id(), AT, moved.id(), AT));
    count(gone, NEW_YORK, AT, Bytes.NONE);
    count(moved, NEW_YORK, AT, Bytes.NONE);
    count(moved, BERLIN, AT.plusMillis(1), Bytes.NONE);

    assertEquals(0, traffic().disconnect(AT.minusMillis(1)));
    assertEquals(1, traffic().disconnect(AT));
    assertEquals(0, traffic().disconnect(AT));

    assertEquals(new Presence(false, AT), presence(gone));
    assertEquals(new Presence(true, AT), presence(moved));
  }

  @Test
  default void disconnectsOnWordOfAServerOnlyWhatWasThere() {
    Device there = add(1);
    Device elsewhere = add(2);
    Device longGone = add(3);
    traffic().connected(Map.of(there.id(), AT, elsewhere.id(), AT, longGone.id(), AT));
    count(there, NEW_YORK, AT, Bytes.NONE);
    count(elsewhere, BERLIN, AT, Bytes.NONE);
    count(longGone, NEW_YORK, AT.minusSeconds(60), Bytes.NONE);

    Device moved = add(4);
    traffic().connected(Map.of(moved.id(), AT));
    count(moved, NEW_YORK, AT, Bytes.NONE);
    count(moved, BERLIN, AT.minusSeconds(89), Bytes.NONE);

    assertEquals(1, traffic().disconnect(NEW_YORK, AT.minusSeconds(60), AT, AT.minusSeconds(90)));

    assertEquals(new Presence(false, AT), presence(there));
    assertEquals(new Presence(true, AT), presence(elsewhere));
    assertEquals(new Presence(true, AT), presence(longGone));
    assertEquals(new Presence(true, AT), presence(moved));
  }

  @Test
  default void staysAtTheLargestSumWhateverIsAdded() {
    Device device = add(1);
    Bytes most = new Bytes(1L << 53, 1L << 53);
    count(device, NEW_YORK, AT, most);
    count(device, NEW_YORK, AT, most);

    Instant day = Span.DAY.start(AT);
    assertEquals(Map.of(day, most), traffic().history(device.id(), Span.DAY, day));
    assertEquals(Map.of(device.id(), most), traffic().totals(device.user(), day));
  }

  @Test
  default void tellsTheLastHandshakeWithEachServer() {
    Device device = add(1);
    count(device, NEW_YORK, AT, Bytes.NONE);
    traffic()
        .count(
            BERLIN,
            AT,
            List.of(new Reading(new Counter(device.id(), Bytes.NONE, null), Bytes.NONE)));

    assertEquals(Map.of(NEW_YORK, AT), traffic().handshakes(device.id()));
    assertEquals(Map.of(), traffic().handshakes(new DeviceId("device-nr-9")));
  }

  @Test
  default void removesOldSumsOfOneKindAFewAtATime() {
    Device device = add(1);
    for (int day = 0; day < 4; day++) {
      count(device, NEW_YORK, AT.minus(day, ChronoUnit.DAYS), new Bytes(1, 1));
    }
    Instant today = Span.DAY.start(AT);

    assertEquals(2, traffic().purge(Span.DAY, today, 2));
    assertEquals(1, traffic().purge(Span.DAY, today, 2));
    assertEquals(0, traffic().purge(Span.DAY, today, 2));

    assertEquals(Set.of(today), traffic().history(device.id(), Span.DAY, Instant.EPOCH).keySet());
    assertEquals(4, traffic().history(device.id(), Span.HOUR, Instant.EPOCH).size());
  }

  @Test
  default void forgetsEverythingOfADeviceThatIsRemoved() {
    Device device = add(1);
    count(device, NEW_YORK, AT, new Bytes(1, 1));

    storage().devices().remove(device.id());

    assertEquals(Map.of(), traffic().handshakes(device.id()));
    assertEquals(Map.of(), traffic().history(device.id(), Span.DAY, Instant.EPOCH));
    assertEquals(Map.of(), traffic().totals(DeviceFixture.OWNER, Instant.EPOCH));
  }

  @Test
  default void refusesToCountForADeviceThatIsNotThere() {
    assertThrows(
        RuntimeException.class,
        () -> count(DeviceFixture.numbered(1), NEW_YORK, AT, new Bytes(1, 1)));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Device device = add(1);

    Undone.run(
        storage().transactions(),
        DataFile.DEVICES,
        () -> {
          count(device, NEW_YORK, AT, new Bytes(1, 1));
          traffic().connected(Map.of(device.id(), AT));
        });

    assertEquals(Map.of(), traffic().handshakes(device.id()));
    assertEquals(Map.of(), traffic().history(device.id(), Span.DAY, Instant.EPOCH));
    assertEquals(Presence.NEVER, presence(device));
  }

  private Map<?, Counter> counters(ServerKey server, Device device) {
    return traffic().counters(server, Set.of(device.publicKey()));
  }
}
