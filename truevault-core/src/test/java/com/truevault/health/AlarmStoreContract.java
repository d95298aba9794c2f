package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AlarmStore} does. */
public interface AlarmStoreContract {
  /** Whose alarms there are. */
  ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  Storage storage();

  private AlarmStore alarms() {
    return storage().alarms();
  }

  private static Alarm alarm(AlarmKind kind, int second) {
    return Alarm.open(NEW_YORK, kind, "seen", at(second));
  }

  private static Instant at(int second) {
    return Corpus.MOMENT.plusSeconds(second);
  }

  @BeforeEach
  default void addServers() {
    storage().servers().add(ServerFixture.NEW_YORK, Corpus.MOMENT);
    storage().servers().add(ServerFixture.BERLIN, Corpus.MOMENT);
  }

  @Test
  default void givesAlarmsBackAsTheyWere() {
    for (AlarmKind kind : AlarmKind.values()) {
      for (String text : Corpus.TEXTS) {
        Alarm alarm = Alarm.open(NEW_YORK, kind, text, Corpus.MOMENT);
        assertTrue(alarms().raise(alarm));
        assertEquals(List.of(alarm), alarms().open());
        assertTrue(alarms().clear(NEW_YORK, kind, at(1)));
        assertEquals(alarm.cleared(at(1)), alarms().recent(NEW_YORK, 1).get(0));
      }
    }
  }

  @Test
  default void hasOneOpenAlarmOfAKindForAServer() {
    Alarm first = alarm(AlarmKind.OFFLINE, 0);
    Alarm elsewhere = Alarm.open(ServerFixture.BERLIN.key(), AlarmKind.OFFLINE, "", Corpus.MOMENT);
    assertTrue(alarms().raise(first));
    assertFalse(alarms().raise(alarm(AlarmKind.OFFLINE, 1)));
    assertTrue(alarms().raise(elsewhere));
    assertTrue(alarms().raise(alarm(AlarmKind.LAGGING, 1)));

    assertEquals(List.of(first, elsewhere, alarm(AlarmKind.LAGGING, 1)), alarms().open());
    assertTrue(alarms().clear(NEW_YORK, AlarmKind.OFFLINE, at(2)));
    assertFalse(alarms().clear(NEW_YORK, AlarmKind.OFFLINE, at(3)));
    assertTrue(alarms().raise(alarm(AlarmKind.OFFLINE, 4)));
  }

  @Test
  default void raisesOnceFromManyThreads() {
    Race race =
        Race.of(
            8,
            () -> {
              if (!alarms().raise(alarm(AlarmKind.REFUSED, 0))) {
                throw new IllegalStateException("open already");
              }
            });

    assertEquals(1, race.successes());
  }

  @Test
  default void listsTheNewestOfAServerFirst() {
    alarms().raise(alarm(AlarmKind.OFFLINE, 0));
    alarms().raise(alarm(AlarmKind.LAGGING, 5));

    assertEquals(
        List.of(alarm(AlarmKind.LAGGING, 5), alarm(AlarmKind.OFFLINE, 0)),
        alarms().recent(NEW_YORK, 9));
    assertEquals(List.of(alarm(AlarmKind.LAGGING, 5)), alarms().recent(NEW_YORK, 1));
    assertEquals(List.of(), alarms().recent(ServerFixture.BERLIN.key(), 9));
  }

  @Test
  default void findsWhatWasOpenAtAnyTimeOfASpan() {
    alarms().raise(alarm(AlarmKind.OFFLINE, 0));
    alarms().clear(NEW_YORK, AlarmKind.OFFLINE, at(10));
    alarms().raise(alarm(AlarmKind.LAGGING, 20));

    assertEquals(1, alarms().during(NEW_YORK, at(0), at(20)).size());
    assertEquals(2, alarms().during(NEW_YORK, at(9), at(21)).size());
    assertEquals(0, alarms().during(NEW_YORK, at(10), at(20)).size());
    assertEquals(1, alarms().during(NEW_YORK, at(100), at(200)).size());
  }

  @Test
  default void forgetsThoseThatWereOverBefore() {
    alarms().raise(alarm(AlarmKind.OFFLINE, 0));
    alarms().raise(alarm(AlarmKind.LAGGING, 1));
    alarms().clear(NEW_YORK, AlarmKind.OFFLINE, at(10));

    alarms().forget(at(10));
    assertEquals(2, alarms().recent(NEW_YORK, 9).size());
    alarms().forget(at(11));
    assertEquals(List.of(alarm(AlarmKind.LAGGING, 1)), alarms().recent(NEW_YORK, 9));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.SERVERS,
        () -> alarms().raise(alarm(AlarmKind.OFFLINE, 0)));

    assertEquals(List.of(), alarms().open());
  }
}
