package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.Storage;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link HealthStore} does. */
public interface HealthStoreContract {
  /** Where checks are kept. */
  ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  /** Another server. */
  ServerKey BERLIN = ServerFixture.BERLIN.key();

  Storage storage();

  private HealthStore health() {
    return storage().serverHealth();
  }

  private static HealthCheck check(ServerKey server, Instant at, HealthKind kind, int millis) {
    return new HealthCheck(
        server, at, kind, millis < 0 ? null : Duration.ofMillis(millis), "", false);
  }

  private static HealthCheck up(Instant at) {
    return check(NEW_YORK, at, HealthKind.UP, 10);
  }

  private void count() {
    health().countHours(Instant.EPOCH);
    health().countDays(LocalDate.EPOCH);
  }

  private List<HealthHour> hours() {
    return health().hours(NEW_YORK, Instant.EPOCH, Corpus.MOMENT.plus(Duration.ofDays(1)));
  }

  private List<HealthDay> days() {
    return health().days(NEW_YORK, LocalDate.EPOCH, LocalDate.of(2027, 1, 1));
  }

  @BeforeEach
  default void addServers() {
    storage().servers().add(ServerFixture.NEW_YORK, Corpus.MOMENT);
    storage().servers().add(ServerFixture.BERLIN, Corpus.MOMENT);
  }

  @Test
  default void startsEmpty() {
    assertEquals(List.of(), health().recent(NEW_YORK, 9));
    assertEquals(List.of(), health().conditions());
    assertEquals(Optional.empty(), health().newestHour());
    count();
    assertEquals(List.of(), hours());
    assertEquals(List.of(), days());
  }

  @Test
  default void givesChecksBackAsTheyWere() {
    for (HealthKind kind : HealthKind.values()) {
      for (String text : Corpus.TEXTS) {
        HealthCheck check =
            new HealthCheck(
                NEW_YORK,
                Corpus.MOMENT,
                kind,
                Duration.ofMillis(3),
                text,
                kind == HealthKind.AGENT_SILENT);
        health().add(List.of(check));
        assertEquals(List.of(check), health().recent(NEW_YORK, 1));
      }
    }
  }

  @Test
  default void listsTheNewestChecksOfOneServerFirst() {
    HealthCheck first = up(Corpus.MOMENT);
    HealthCheck second = check(NEW_YORK, Corpus.MOMENT.plusMillis(1), HealthKind.NO_ANSWER, -1);
    health().add(List.of(second, check(BERLIN, Corpus.MOMENT, HealthKind.UP, 1), first));

    assertEquals(List.of(second, first), health().recent(NEW_YORK, 9));
    assertEquals(List.of(second), health().recent(NEW_YORK, 1));
  }

  @Test
  default void keepsOneConditionForEachServer() {
    Condition fine = new Condition(NEW_YORK, 0, Corpus.MOMENT, null);
    Condition offline = new Condition(BERLIN, 2, Corpus.MOMENT, Corpus.MOMENT.minusSeconds(9));
    health().put(List.of(fine, new Condition(BERLIN, 1, Corpus.MOMENT, null)));
    health().put(List.of(offline));

    assertEquals(Set.of(fine, offline), Set.copyOf(health().conditions()));
    assertEquals(List.of(offline), health().offline());
  }

  @Test
  default void countsHoursAndDaysWhichEndWhereTheNextBegin() {
    Instant midnight = Instant.parse("2026-02-28T00:00:00Z");
    health()
        .add(
            List.of(
                up(midnight.minusMillis(1)),
                up(midnight),
                check(NEW_YORK, midnight.plusSeconds(1), HealthKind.AGENT_SILENT, 30),
                check(NEW_YORK, midnight.plusSeconds(2), HealthKind.PORT_CLOSED, -1),
                new HealthCheck(NEW_YORK, midnight.plusSeconds(3), HealthKind.UP, null, "", true),
                up(midnight.plusSeconds(3600)),
                check(BERLIN, midnight, HealthKind.UP, 99)));
    count();

    assertEquals(
        List.of(
            new HealthHour(midnight.minusSeconds(3600), new Tally(1, 1, 0, 10, 1)),
            new HealthHour(midnight, new Tally(4, 2, 1, 40, 2)),
            new HealthHour(midnight.plusSeconds(3600), new Tally(1, 1, 0, 10, 1))),
        hours());
    assertEquals(
        List.of(
            new HealthDay(LocalDate.of(2026, 2, 27), new Tally(1, 1, 0, 10, 1)),
            new HealthDay(LocalDate.of(2026, 2, 28), new Tally(5, 3, 1, 50, 3))),
        days());
    assertEquals(Optional.of(midnight.plusSeconds(3600)), health().newestHour());
  }

  @Test
  default void changesNothingWhenItCountsAgain() {
    health().add(List.of(up(Corpus.MOMENT), up(Corpus.MOMENT.plusSeconds(3600))));
    count();
    List<HealthHour> before = hours();
    List<HealthDay> daysBefore = days();

    count();

    assertEquals(before, hours());
    assertEquals(daysBefore, days());
  }

  @Test
  default void keepsWhatWasCountedFromChecksThatAreGone() {
    health().add(List.of(up(Corpus.MOMENT)));
    count();
    List<HealthDay> before = days();
    Instant later = Corpus.MOMENT.plusSeconds(1);
    health().forget(later, later.minus(Duration.ofHours(1)), LocalDate.EPOCH);

    count();

    assertEquals(List.of(), health().recent(NEW_YORK, 9));
    assertEquals(List.of(), hours());
    assertEquals(before, days());
  }

  @Test
  default void forgetsWhatStartsBefore() {
    Instant hour = Corpus.MOMENT.truncatedTo(ChronoUnit.HOURS);
    health().add(List.of(up(hour.minusMillis(1)), up(hour)));
    count();

    health().forget(hour, hour, LocalDate.of(2026, 2, 28));

    assertEquals(List.of(up(hour)), health().recent(NEW_YORK, 9));
    assertEquals(1, hours().size());
    assertEquals(1, days().size());
    health().forget(hour, hour, LocalDate.of(2026, 3, 1));
    assertEquals(List.of(), days());
  }

  @Test
  default void givesHoursAndDaysOfTheSpanAlone() {
    Instant hour = Corpus.MOMENT.truncatedTo(ChronoUnit.HOURS);
    health().add(List.of(up(hour), up(hour.plusSeconds(3600))));
    count();

    assertEquals(1, health().hours(NEW_YORK, hour, hour.plusSeconds(3600)).size());
    assertEquals(
        1, health().days(NEW_YORK, LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1)).size());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.SERVERS,
        () -> {
          health().add(List.of(up(Corpus.MOMENT)));
          health().put(List.of(new Condition(NEW_YORK, 0, Corpus.MOMENT, null)));
          count();
        });

    assertEquals(List.of(), health().recent(NEW_YORK, 9));
    assertEquals(List.of(), health().conditions());
    assertEquals(List.of(), days());
  }
}
