package com.truevault.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.testing.VaultFixture;
import com.truevault.user.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents wait for news without a thread. */
class WaitingTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();
  private static final ServerKey VAULT = ServerFixture.VAULT.key();
  private static final Duration LONG = Duration.ofMinutes(1);

  private final VaultFixture fixture = new VaultFixture();
  private final PeerLists lists = fixture.vault().peerLists();

  @BeforeEach
  void addServers() {
    fixture.server(ServerFixture.NEW_YORK);
    fixture.server(ServerFixture.VAULT);
  }

  private ListVersion known(ServerKey server) {
    lists.publish();
    return lists.current(server).orElseThrow().version();
  }

  @Test
  void wakesThoseAloneWhoseListIsAnother() {
    CompletableFuture<Boolean> changed = lists.awaitNews(NEW_YORK, known(NEW_YORK), LONG);
    CompletableFuture<Boolean> same = lists.awaitNews(VAULT, known(VAULT), LONG);
    assertFalse(changed.isDone());

    fixture.device(fixture.subscriber("kim@example.com", Plan.FAMILY), "Phone", 1);
    lists.publish();

    assertTrue(changed.join());
    assertFalse(same.isDone());
    assertEquals(1, lists.waiting());
  }

  @Test
  void doesNotWaitForNewsThatAreThere() {
    ListVersion known = known(NEW_YORK);

    assertTrue(lists.awaitNews(NEW_YORK, null, LONG).join());
    assertTrue(lists.awaitNews(NEW_YORK, known.next(), LONG).join(), "whatever it has is another");
    assertEquals(0, lists.waiting());
  }

  @Test
  void waitsForTheFirstList() {
    CompletableFuture<Boolean> first = lists.awaitNews(NEW_YORK, null, LONG);
    assertFalse(first.isDone());

    lists.publish();

    assertTrue(first.join());
  }

  @Test
  void waitsNoLongerThanItIsTold() {
    assertFalse(lists.awaitNews(NEW_YORK, known(NEW_YORK), Duration.ofMillis(1)).join());
    assertEquals(0, lists.waiting());
  }

  @Test
  void letsEverybodyGoWhenItIsClosed() {
    ListVersion known = known(NEW_YORK);
    CompletableFuture<Boolean> waiting = lists.awaitNews(NEW_YORK, known, LONG);

    fixture.vault().close();

    assertFalse(waiting.join());
    assertFalse(lists.awaitNews(NEW_YORK, known, LONG).join());
    assertEquals(0, lists.waiting());
  }

  @Test
  void holdsNoThreadForAThousandWhoWait() {
    ListVersion known = known(NEW_YORK);
    int before = Thread.activeCount();
    List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
    for (int agent = 0; agent < 1000; agent++) {
      waiting.add(lists.awaitNews(NEW_YORK, known, LONG));
    }

    assertEquals(1000, lists.waiting());
    assertTrue(Thread.activeCount() <= before + 1, "one thread knows the time for all");
    fixture.vault().peerLists().raiseEpoch("ada");
    assertTrue(waiting.stream().allMatch(CompletableFuture::join));
  }
}
