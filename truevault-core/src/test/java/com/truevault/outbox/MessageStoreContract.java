package com.truevault.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link MessageStore} does. */
public interface MessageStoreContract {
  Instant NOW = Corpus.MOMENT;
  Instant LATER = NOW.plus(Duration.ofMinutes(5));

  Storage storage();

  private MessageStore messages() {
    return storage().messages();
  }

  private static Message message(String id) {
    return message(id, NOW);
  }

  private static Message message(String id, Instant at) {
    return new Message(id, "topic", "subject", Map.of("key", "value"), at);
  }

  private Message add(String id) {
    Message message = message(id);
    messages().add(DataFile.USERS, message);
    return message;
  }

  private void addDead(String id) {
    add(id);
    messages().dead(DataFile.USERS, id, "broken");
  }

  private Delivery find(String id) {
    return messages().find(DataFile.USERS, id).orElseThrow();
  }

  private List<String> due(Instant now) {
    return messages().due(DataFile.USERS, now, 10).stream().map(Message::id).toList();
  }

  @Test
  default void startsEmptyInEveryFile() {
    for (DataFile file : DataFile.values()) {
      assertEquals(List.of(), messages().due(file, LATER, 10));
      assertEquals(Optional.empty(), messages().oldestWaiting(file));
      assertEquals(Optional.empty(), messages().find(file, "none"));
    }
  }

  @Test
  default void givesBackANewMessageDueAtOnce() {
    Message added = add("one");

    assertEquals(List.of(added), messages().due(DataFile.USERS, NOW, 10));
    Delivery delivery = find("one");
    assertEquals(added, delivery.message());
    assertEquals(Delivery.State.NEW, delivery.state());
    assertEquals(0, delivery.attempts());
    assertEquals("", delivery.lastError());
    assertEquals(DataFile.USERS, delivery.source());
  }

  @Test
  default void keepsOneOutboxForEachFile() {
    for (DataFile file : DataFile.values()) {
      messages().add(file, message("same"));
    }

    messages().done(DataFile.FORMS, "same");

    assertEquals(List.of(), messages().due(DataFile.FORMS, NOW, 10));
    assertEquals(1, messages().due(DataFile.TUTORIALS, NOW, 10).size());
  }

  @Test
  default void keepsEveryCharacterOfThePayload() {
    for (String text : Corpus.TEXTS) {
      Message message = new Message("id" + text.hashCode(), "t", "s", Map.of(text, text), NOW);
      messages().add(DataFile.USERS, message);
      assertEquals(Map.of(text, text), find(message.id()).message().payload());
    }
  }

  @Test
  default void refusesAnIdThatIsThere() {
    add("one");

    assertThrows(RuntimeException.class, () -> add("one"));
    assertEquals(List.of("one"), due(NOW));
  }

  @Test
  default void listsDueMessagesOldestFirstUpToTheLimit() {
    add("b");
    add("a");
    add("c");

    assertEquals(List.of("b", "a", "c"), due(NOW));
    assertEquals(2, messages().due(DataFile.USERS, NOW, 2).size());
    assertEquals(List.of(), due(NOW.minusMillis(1)));
  }

  @Test
  default void forgetsThePayloadOfADoneMessage() {
    add("one");
    messages().done(DataFile.USERS, "one");

    assertEquals(List.of(), due(LATER));
    assertEquals(Delivery.State.DONE, find("one").state());
    assertEquals(Map.of(), find("one").message().payload());
    assertEquals(Optional.empty(), messages().oldestWaiting(DataFile.USERS));
  }

  @Test
  default void triesAFailedMessageAgainWhenItsTimeComes() {
    add("one");
    messages().failed(DataFile.USERS, "one", "broken", LATER);

    assertEquals(List.of(), due(LATER.minusMillis(1)));
    assertEquals(List.of("one"), due(LATER));
    assertEquals(1, find("one").attempts());
    assertEquals("broken", find("one").lastError());
    assertEquals(LATER, find("one").nextAttemptAt());
  }

  @Test
  default void keepsDeadMessagesOutOfTheWay() {
    addDead("one");

    assertEquals(List.of(), due(LATER));
    assertEquals(1, find("one").attempts());
    assertEquals(Delivery.State.DEAD, find("one").state());
    assertEquals(Optional.empty(), messages().oldestWaiting(DataFile.USERS));
  }

  @Test
  default void listsDeadMessagesPageByPage() {
    add("alive");
    List.of("a", "b", "c").forEach(this::addDead);

    Page<Delivery> first = messages().dead(DataFile.USERS, new PageRequest(0, 2));
    Page<Delivery> second = messages().dead(DataFile.USERS, new PageRequest(first.next(), 2));

    assertEquals(List.of("a", "b"), first.items().stream().map(d -> d.message().id()).toList());
    assertEquals(List.of("c"), second.items().stream().map(d -> d.message().id()).toList());
    assertEquals(0, second.next());
    assertEquals(List.of(), messages().dead(DataFile.MAIN, PageRequest.first()).items());
  }

  @Test
  default void bringsOnlyDeadMessagesBack() {
    add("alive");
    addDead("dead");

    assertTrue(messages().revive(DataFile.USERS, "dead", LATER));
    assertFalse(messages().revive(DataFile.USERS, "dead", LATER));
    assertFalse(messages().revive(DataFile.USERS, "alive", LATER));
    assertFalse(messages().revive(DataFile.USERS, "none", LATER));
    assertEquals(List.of("alive", "dead"), due(LATER));
    assertEquals(0, find("dead").attempts());
    assertEquals(Map.of("key", "value"), find("dead").message().payload());
  }

  @Test
  default void discardsOnlyDeadMessagesAndOnlyOnce() {
    add("alive");
    addDead("dead");

    assertFalse(messages().discard(DataFile.USERS, "alive"));
    assertTrue(messages().discard(DataFile.USERS, "dead"));
    assertFalse(messages().discard(DataFile.USERS, "dead"));
    assertEquals(Optional.empty(), messages().find(DataFile.USERS, "dead"));
  }

  @Test
  default void knowsTheOldestMessageThatWaits() {
    messages().add(DataFile.USERS, message("new", LATER));
    messages().add(DataFile.USERS, message("old", NOW));
    messages().failed(DataFile.USERS, "old", "broken", LATER);

    assertEquals(Optional.of(NOW), messages().oldestWaiting(DataFile.USERS));
  }

  @Test
  default void knowsTheOldestMessageThatIsNotDone() {
    messages().add(DataFile.USERS, message("done", NOW.minusMillis(1)));
    messages().done(DataFile.USERS, "done");
    assertEquals(Optional.empty(), messages().oldestUndone(DataFile.USERS));

    messages().add(DataFile.USERS, message("new", LATER));
    assertEquals(Optional.of(LATER), messages().oldestUndone(DataFile.USERS));
    addDead("dead");
    assertEquals(Optional.of(NOW), messages().oldestUndone(DataFile.USERS));
    assertEquals(Optional.empty(), messages().oldestUndone(DataFile.MAIN));
  }

  @Test
  default void losesNothingButARolledBackMessage() {
    add("kept");
    Undone.run(storage().transactions(), DataFile.USERS, () -> add("undone"));

    assertEquals(List.of("kept"), due(NOW));
  }

  @Test
  default void purgesWhatWasAppliedAndNothingThatWaits() {
    add("waiting");
    addDead("dead");
    add("done");
    messages().done(DataFile.USERS, "done");
    messages().accept(DataFile.USERS, message("applied"), NOW);

    assertEquals(0, messages().purgeDone(DataFile.USERS, NOW));
    assertEquals(1, messages().purgeDone(DataFile.USERS, LATER));
    assertFalse(messages().accept(DataFile.USERS, message("applied"), LATER));
    assertEquals(Optional.empty(), messages().find(DataFile.USERS, "done"));
    assertEquals(Delivery.State.DEAD, find("dead").state());
    assertEquals(List.of("waiting"), due(LATER));
  }
}
