package com.truevault.user;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.ThrottleStore.Attempts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ThrottleStore} does. */
public interface ThrottleStoreContract {
  Instant NOW = Corpus.MOMENT;
  Attempts ONE = new Attempts(1, NOW, NOW);
  Attempts TWO = new Attempts(2, NOW.plusMillis(1), NOW.plusSeconds(900));

  Storage storage();

  private ThrottleStore throttles() {
    return storage().throttles();
  }

  @Test
  default void knowsNothingOfANewKey() {
    assertEquals(Optional.empty(), throttles().find("key"));
  }

  @Test
  default void replacesWhatIsKnown() {
    throttles().put("key", ONE);
    throttles().put("key", TWO);
    throttles().put("other", ONE);

    assertEquals(Optional.of(TWO), throttles().find("key"));
    assertEquals(Optional.of(ONE), throttles().find("other"));
  }

  @Test
  default void forgetsAKeyEvenTwice() {
    throttles().put("key", ONE);
    throttles().remove("key");
    throttles().remove("key");

    assertEquals(Optional.empty(), throttles().find("key"));
  }

  @Test
  default void forgetsWhatFailedLongAgo() {
    throttles().put("old", ONE);
    throttles().put("new", TWO);

    assertEquals(0, throttles().removeBefore(NOW));
    assertEquals(1, throttles().removeBefore(NOW.plusMillis(1)));
    assertEquals(Optional.empty(), throttles().find("old"));
    assertEquals(Optional.of(TWO), throttles().find("new"));
  }

  @Test
  default void takesTheSameKeyFromManyThreads() {
    Race race = Race.of(8, () -> throttles().put("key", ONE));

    assertEquals(8, race.successes());
    assertEquals(Optional.of(ONE), throttles().find("key"));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    throttles().put("key", ONE);

    Undone.run(storage().transactions(), DataFile.USERS, () -> throttles().put("key", TWO));

    assertEquals(Optional.of(ONE), throttles().find("key"));
  }
}
