package com.truevault.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.Storage;
import com.truevault.secret.TokenHash;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import com.truevault.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PeerListStore} does. */
public interface PeerListStoreContract {
  Storage storage();

  private PeerListStore lists() {
    return storage().peerLists();
  }

  private static IssuedList list(ServerKey server, long generation, @Nullable Shrinkage confirmed) {
    return new IssuedList(
        server,
        new ListVersion(1_800_000_000L, generation),
        TokenHash.of("content " + generation).value(),
        (int) generation,
        Corpus.MOMENT.plusMillis(generation),
        confirmed);
  }

  @BeforeEach
  default void addServers() {
    storage().servers().add(ServerFixture.NEW_YORK, Corpus.MOMENT);
    storage().servers().add(ServerFixture.BERLIN, Corpus.MOMENT);
  }

  @Test
  default void startsWithoutListsEpochAndChanges() {
    assertEquals(List.of(), lists().all());
    assertEquals(Optional.empty(), lists().epoch());
    assertEquals(PeerChanges.NONE, lists().changes());
  }

  @Test
  default void remembersTheNewestListOfEveryServer() {
    Shrinkage confirmed = new Shrinkage("public-id-of-ada", Corpus.MOMENT, 12);
    IssuedList newYork = list(ServerFixture.NEW_YORK.key(), 2, confirmed);
    IssuedList berlin = list(ServerFixture.BERLIN.key(), 7, null);

    lists().put(list(ServerFixture.NEW_YORK.key(), 1, null));
    lists().put(newYork);
    lists().put(berlin);

    assertEquals(Set.of(newYork, berlin), Set.copyOf(lists().all()));
    lists().put(list(ServerFixture.NEW_YORK.key(), 3, null));
    assertEquals(
        Set.of(list(ServerFixture.NEW_YORK.key(), 3, null), berlin), Set.copyOf(lists().all()));
  }

  @Test
  default void remembersOneEpoch() {
    lists().put(new ListEpoch(1, 1));
    lists().put(new ListEpoch(1_800_000_000L, 3));

    assertEquals(Optional.of(new ListEpoch(1_800_000_000L, 3)), lists().epoch());
  }

  @Test
  default void givesChangesUntilTheyAreForgotten() {
    note(7);
    note(8);
    note(7);
    PeerChanges seen = lists().changes();
    assertEquals(Set.of(new UserId(7), new UserId(8)), seen.users());

    note(9);
    lists().forget(seen.last());

    assertEquals(Set.of(new UserId(9)), lists().changes().users());
    lists().forget(lists().changes().last());
    assertEquals(PeerChanges.NONE, lists().changes());
  }

  @Test
  default void givesTheOldestChangesFirst() {
    storage()
        .transactions()
        .run(
            DataFile.SERVERS,
            () -> {
              for (int user = 1; user <= PeerListStore.MOST_CHANGES + 1; user++) {
                note(user);
              }
            });

    PeerChanges oldest = lists().changes();
    assertEquals(PeerListStore.MOST_CHANGES, oldest.users().size());
    lists().forget(oldest.last());
    assertEquals(Set.of(new UserId(PeerListStore.MOST_CHANGES + 1)), lists().changes().users());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    IssuedList kept = list(ServerFixture.NEW_YORK.key(), 1, null);
    lists().put(kept);
    lists().put(new ListEpoch(1, 1));

    Undone.run(
        storage().transactions(),
        DataFile.SERVERS,
        () -> {
          lists().put(list(ServerFixture.NEW_YORK.key(), 2, null));
          lists().put(new ListEpoch(2, 2));
          note(7);
        });

    assertEquals(List.of(kept), lists().all());
    assertEquals(Optional.of(new ListEpoch(1, 1)), lists().epoch());
    assertEquals(PeerChanges.NONE, lists().changes());
  }

  private void note(long user) {
    lists().note(new UserId(user), Corpus.MOMENT);
  }
}
