package com.truevault.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link AuditStore} does. */
public interface AuditStoreContract {
  String HASH = "0".repeat(64);

  Storage storage();

  private void add(String action) {
    storage().audit().add(entry(0, action, Map.of()));
  }

  private static AuditEntry entry(long number, String action, Map<String, String> detail) {
    return new AuditEntry(number, Corpus.MOMENT, "system", action, "subject", detail, "", HASH);
  }

  private static List<String> actions(Page<AuditEntry> page) {
    return page.items().stream().map(AuditEntry::action).toList();
  }

  @Test
  default void startsEmpty() {
    assertTrue(storage().audit().newest().isEmpty());
    assertEquals(List.of(), storage().audit().list("", PageRequest.first()).items());
  }

  @Test
  default void numbersEntriesFromOneWithoutGaps() {
    add("a.one");
    Undone.run(storage().transactions(), DataFile.MAIN, () -> add("a.lost"));
    add("a.two");

    assertEquals(
        List.of(2L, 1L),
        storage().audit().list("", PageRequest.first()).items().stream()
            .map(AuditEntry::number)
            .toList());
  }

  @Test
  default void givesBackEveryPartOfAnEntry() {
    Map<String, String> detail = Map.of("why", "because", "empty", "");
    storage()
        .audit()
        .add(new AuditEntry(0, Corpus.MOMENT, "me", "a.b", "", detail, "1".repeat(64), HASH));

    assertEquals(
        new AuditEntry(1, Corpus.MOMENT, "me", "a.b", "", detail, "1".repeat(64), HASH),
        storage().audit().newest().orElseThrow());
  }

  @Test
  default void keepsEveryCharacterOfTheDetail() {
    for (String text : Corpus.TEXTS) {
      AuditEntry entry = entry(0, "a.b", Map.of(text, text));
      storage().audit().add(entry);
      assertEquals(Map.of(text, text), storage().audit().newest().orElseThrow().detail());
    }
  }

  @Test
  default void knowsTheNewestEntryInsideItsTransaction() {
    storage()
        .transactions()
        .run(
            DataFile.MAIN,
            () -> {
              add("a.one");
              assertEquals("a.one", storage().audit().newest().orElseThrow().action());
            });
  }

  @Test
  default void listsNewestFirstPageByPage() {
    for (int i = 1; i <= 5; i++) {
      add("a." + i);
    }

    Page<AuditEntry> first = storage().audit().list("", new PageRequest(0, 2));
    Page<AuditEntry> second = storage().audit().list("", new PageRequest(first.next(), 2));
    Page<AuditEntry> third = storage().audit().list("", new PageRequest(second.next(), 2));

    assertEquals(List.of("a.5", "a.4"), actions(first));
    assertEquals(List.of("a.3", "a.2"), actions(second));
    assertEquals(List.of("a.1"), actions(third));
    assertEquals(0, third.next());
  }

  @Test
  default void listsActionsThatStartWithTheText() {
    add("user.signed-in");
    add("user.signed-in-late");
    add("vip.added");
    add("%.added");

    assertEquals(
        List.of("user.signed-in-late", "user.signed-in"),
        actions(storage().audit().list("user.", PageRequest.first())));
    assertEquals(List.of("%.added"), actions(storage().audit().list("%", PageRequest.first())));
    assertEquals(List.of(), actions(storage().audit().list("added", PageRequest.first())));
  }
}
