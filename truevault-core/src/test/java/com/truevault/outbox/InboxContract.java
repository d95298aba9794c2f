package com.truevault.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the inboxes of every {@link MessageStore} do. */
public interface InboxContract {
  Instant NOW = Corpus.MOMENT;
  Instant LATER = NOW.plusSeconds(300);

  Storage storage();

  private MessageStore messages() {
    return storage().messages();
  }

  private static Message message(String id) {
    return new Message(id, "topic", "subject", Map.of(), NOW);
  }

  @Test
  default void acceptsAMessageOnce() {
    assertTrue(messages().accept(DataFile.MAIN, message("one"), NOW));
    assertFalse(messages().accept(DataFile.MAIN, message("one"), LATER));
    assertTrue(messages().accept(DataFile.USERS, message("one"), NOW));
    assertTrue(messages().accept(DataFile.MAIN, message("two"), NOW));
  }

  @Test
  default void acceptsAMessageOnceFromManyThreads() {
    AtomicInteger accepted = new AtomicInteger();

    Race.of(
        8,
        () -> {
          if (messages().accept(DataFile.MAIN, message("one"), NOW)) {
            accepted.incrementAndGet();
          }
        });

    assertEquals(1, accepted.get());
  }

  @Test
  default void acceptsAgainAfterARollback() {
    Undone.run(
        storage().transactions(),
        DataFile.MAIN,
        () -> messages().accept(DataFile.MAIN, message("one"), NOW));

    assertTrue(messages().accept(DataFile.MAIN, message("one"), NOW));
  }

  @Test
  default void forgetsWhatItAcceptedLongAgo() {
    messages().accept(DataFile.MAIN, message("one"), NOW);

    assertEquals(0, messages().purgeAccepted(DataFile.MAIN, NOW));
    assertEquals(1, messages().purgeAccepted(DataFile.MAIN, LATER));
    assertTrue(messages().accept(DataFile.MAIN, message("one"), LATER));
  }
}
