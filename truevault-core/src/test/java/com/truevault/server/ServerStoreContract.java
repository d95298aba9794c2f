package com.truevault.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.billing.Money;
import com.truevault.server.Server.Access;
import com.truevault.server.Server.Hosting;
import com.truevault.server.Server.Label;
import com.truevault.server.Server.Location;
import com.truevault.server.Server.State;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ServerStore} does. */
public interface ServerStoreContract {
  Storage storage();

  private ServerStore servers() {
    return storage().servers();
  }

  private void add(Server server) {
    servers().add(server, Corpus.MOMENT);
  }

  @Test
  default void startsEmpty() {
    assertEquals(Optional.empty(), servers().find(new ServerKey("new_york")));
    assertEquals(List.of(), servers().all());
  }

  @Test
  default void givesBackWhatWasAdded() {
    add(ServerFixture.NEW_YORK);
    add(ServerFixture.BERLIN);
    add(ServerFixture.VAULT);

    for (Server server :
        List.of(ServerFixture.NEW_YORK, ServerFixture.BERLIN, ServerFixture.VAULT)) {
      assertEquals(Optional.of(server), servers().find(server.key()));
    }
  }

  @Test
  default void givesBackEveryPartOfAChange() {
    add(ServerFixture.NEW_YORK);
    Server changed =
        new Server(
            ServerFixture.NEW_YORK.key(),
            new Label("O'Hare \"East\"", "", "", -5),
            new Endpoint("198.51.100.7", 1),
            new PublicKey("xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg="),
            new Access(AccessLevel.VIP_ONLY, EmailAddress.of("owner@example.com")),
            new State(false, false, Corpus.MOMENT),
            new Location("", "", ""),
            new Hosting("", null));

    assertTrue(servers().update(changed, Corpus.MOMENT));

    assertEquals(Optional.of(changed), servers().find(changed.key()));
  }

  @Test
  default void keepsCostsToTheCent() {
    Server server =
        new Server(
            ServerFixture.NEW_YORK.key(),
            ServerFixture.NEW_YORK.label(),
            ServerFixture.NEW_YORK.endpoint(),
            ServerFixture.NEW_YORK.publicKey(),
            ServerFixture.NEW_YORK.access(),
            ServerFixture.NEW_YORK.state(),
            ServerFixture.NEW_YORK.location(),
            new Hosting("p", Money.ofMinor(100_000_000_000_001L, "EUR")));
    add(server);

    assertEquals(server.hosting(), servers().find(server.key()).orElseThrow().hosting());
  }

  @Test
  default void refusesAKeyThatIsTaken() {
    add(ServerFixture.NEW_YORK);

    assertThrows(ServerKeyTakenException.class, () -> add(ServerFixture.open("new_york", 9)));
    assertEquals(List.of(ServerFixture.NEW_YORK), servers().all());
  }

  @Test
  default void addsAKeyOnceFromManyThreads() {
    Race race = Race.of(8, () -> add(ServerFixture.NEW_YORK));

    assertEquals(1, race.successes());
    assertTrue(race.failures().stream().allMatch(ServerKeyTakenException.class::isInstance));
  }

  @Test
  default void listsByDisplayOrderThenAge() {
    Server late = ServerFixture.open("late", 2);
    Server second = ServerFixture.open("a_second", 1);
    Server first = ServerFixture.open("first", 1);
    List.of(late, second, first).forEach(this::add);

    assertEquals(List.of(second, first, late), servers().all());
    servers().update(second, Corpus.MOMENT);
    assertEquals(List.of(second, first, late), servers().all());
  }

  @Test
  default void changesWhatProbesFoundAndNothingElse() {
    add(ServerFixture.NEW_YORK);
    ServerKey key = ServerFixture.NEW_YORK.key();

    assertTrue(servers().updateReach(key, false, Corpus.MOMENT));
    assertEquals(
        Optional.of(ServerFixture.NEW_YORK.with(new State(true, false, Corpus.MOMENT))),
        servers().find(key));
    assertTrue(servers().updateReach(key, true, null));
    assertEquals(
        Optional.of(ServerFixture.NEW_YORK.with(new State(true, true, null))), servers().find(key));
  }

  @Test
  default void saysThatAnUnknownServerIsNotThere() {
    assertFalse(servers().update(ServerFixture.NEW_YORK, Corpus.MOMENT));
    assertFalse(servers().updateReach(ServerFixture.NEW_YORK.key(), true, null));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    add(ServerFixture.NEW_YORK);

    Undone.run(storage().transactions(), DataFile.SERVERS, () -> add(ServerFixture.BERLIN));

    assertEquals(List.of(ServerFixture.NEW_YORK), servers().all());
  }
}
