package com.truevault.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.secret.TokenHash;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AgentStore} does. */
public interface AgentStoreContract {
  Instant EXPIRY = Corpus.MOMENT.plus(Duration.ofMinutes(30));

  Storage storage();

  private AgentStore agents() {
    return storage().agents();
  }

  private static Agent agent(ServerKey server, String credential) {
    return new Agent(
        server, TokenHash.of(credential), null, Corpus.MOMENT, Corpus.MOMENT.plusSeconds(1));
  }

  @BeforeEach
  default void addServers() {
    storage().servers().add(ServerFixture.NEW_YORK, Corpus.MOMENT);
    storage().servers().add(ServerFixture.BERLIN, Corpus.MOMENT);
  }

  @Test
  default void startsEmpty() {
    assertEquals(Optional.empty(), agents().find(ServerFixture.NEW_YORK.key()));
    assertEquals(Optional.empty(), agents().findByCredential(TokenHash.of("any")));
    assertEquals(Optional.empty(), agents().findReport(ServerFixture.NEW_YORK.key()));
    assertEquals(List.of(), agents().reports());
  }

  @Test
  default void findsAnAgentByServerAndByEitherCredential() {
    Agent first = agent(ServerFixture.NEW_YORK.key(), "first");
    agents().put(first);
    agents().put(agent(ServerFixture.BERLIN.key(), "berlin"));
    assertEquals(Optional.of(first), agents().find(ServerFixture.NEW_YORK.key()));
    assertEquals(Optional.of(first), agents().findByCredential(TokenHash.of("first")));

    Agent both = first.handed(TokenHash.of("second"), TokenHash.of("first"), Corpus.MOMENT);
    agents().put(both);

    assertEquals(Optional.of(both), agents().find(ServerFixture.NEW_YORK.key()));
    assertEquals(Optional.of(both), agents().findByCredential(TokenHash.of("first")));
    assertEquals(Optional.of(both), agents().findByCredential(TokenHash.of("second")));
    agents().put(both.settled());
    assertEquals(Optional.empty(), agents().findByCredential(TokenHash.of("first")));
  }

  @Test
  default void removesAnAgentWithItsReportOnce() {
    agents().put(agent(ServerFixture.NEW_YORK.key(), "first"));
    agents().put(ReportFixture.full(ServerFixture.NEW_YORK.key()));

    assertTrue(agents().remove(ServerFixture.NEW_YORK.key()));
    assertFalse(agents().remove(ServerFixture.NEW_YORK.key()));
    assertEquals(Optional.empty(), agents().findByCredential(TokenHash.of("first")));
    assertEquals(List.of(), agents().reports());
  }

  @Test
  default void usesATokenOnceUntilItWouldHaveExpired() {
    assertTrue(agents().useEnrolment("token-of-sixteen", EXPIRY, Corpus.MOMENT));
    assertFalse(agents().useEnrolment("token-of-sixteen", EXPIRY, EXPIRY));
    assertTrue(agents().useEnrolment("another-of-sixteen", EXPIRY, Corpus.MOMENT));
    assertTrue(agents().useEnrolment("token-of-sixteen", EXPIRY, EXPIRY.plusMillis(1)));
  }

  @Test
  default void usesATokenOnceFromManyThreads() {
    AtomicInteger used = new AtomicInteger();

    Race.of(
        8,
        () -> {
          if (agents().useEnrolment("token-of-sixteen", EXPIRY, Corpus.MOMENT)) {
            used.incrementAndGet();
          }
        });

    assertEquals(1, used.get());
  }

  @Test
  default void keepsTheLastReportOfEveryAgentWithoutSightings() {
    ServerKey newYork = ServerFixture.NEW_YORK.key();
    agents().put(ReportFixture.empty(newYork));
    assertEquals(Optional.of(ReportFixture.empty(newYork)), agents().findReport(newYork));

    agents().put(ReportFixture.full(newYork));
    agents().put(ReportFixture.empty(ServerFixture.BERLIN.key()));

    ReceivedReport kept = ReportFixture.withoutSightings(ReportFixture.full(newYork));
    assertEquals(Optional.of(kept), agents().findReport(newYork));
    assertEquals(
        Set.of(kept, ReportFixture.empty(ServerFixture.BERLIN.key())),
        Set.copyOf(agents().reports()));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.SERVERS,
        () -> {
          agents().put(agent(ServerFixture.NEW_YORK.key(), "first"));
          agents().put(ReportFixture.full(ServerFixture.NEW_YORK.key()));
          agents().useEnrolment("token-of-sixteen", EXPIRY, Corpus.MOMENT);
        });

    assertEquals(Optional.empty(), agents().find(ServerFixture.NEW_YORK.key()));
    assertEquals(List.of(), agents().reports());
    assertTrue(agents().useEnrolment("token-of-sixteen", EXPIRY, Corpus.MOMENT));
  }
}
