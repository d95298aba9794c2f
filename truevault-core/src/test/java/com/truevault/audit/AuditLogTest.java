package com.truevault.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.outbox.Message;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AuditLogTest {
  private final List<AuditEntry> rows = new ArrayList<>();
  private final AuditLog log = new AuditLog(new FakeAuditStore());

  private void write(int entries) {
    for (int i = 0; i < entries; i++) {
      write(Map.of("number", Integer.toString(i)));
    }
  }

  private void write(Map<String, String> detail) {
    AuditLog.note(
        (topic, subject, payload) ->
            log.apply(new Message("id", topic, subject, payload, Corpus.MOMENT), (t, s, p) -> {}),
        "admin",
        "server.changed",
        "new_york",
        detail);
  }

  @Test
  void chainsEachEntryToTheOneBefore() {
    write(3);

    assertEquals("", rows.get(0).previousHash());
    assertEquals(rows.get(0).hash(), rows.get(1).previousHash());
    assertEquals(rows.get(1).hash(), rows.get(2).previousHash());
    assertTrue(log.isUnbroken());
  }

  @Test
  void saysWhoDidWhatToWhatAndWhen() {
    write(Map.of("value", "x", "actor", "somebody else", "action", "nothing"));

    AuditEntry entry = rows.get(0);
    assertEquals("admin", entry.actor());
    assertEquals("server.changed", entry.action());
    assertEquals("new_york", entry.subject());
    assertEquals(Corpus.MOMENT, entry.at());
    assertEquals(
        Map.of("value", "x", "actor", "somebody else", "action", "nothing"), entry.detail());
  }

  @Test
  void anEmptyLogIsUnbroken() {
    assertTrue(log.isUnbroken());
  }

  @Test
  void aChainLongerThanOnePageIsUnbroken() {
    write(2 * PageRequest.MAX_LIMIT + 1);

    assertTrue(log.isUnbroken());
    change(PageRequest.MAX_LIMIT, e -> with(e, "other", e.action(), e.detail()));
    assertFalse(log.isUnbroken());
  }

  @Test
  void showsThatAnyPartOfAnEntryWasChanged() {
    List<UnaryOperator<AuditEntry>> forgeries =
        List.of(
            e -> with(e, "other", e.action(), e.detail()),
            e -> with(e, e.actor(), "server.added", e.detail()),
            e -> with(e, e.actor(), e.action(), Map.of()),
            e -> with(e, e.actor(), e.action(), Map.of("number", "9")),
            e -> entry(e, e.at().plusMillis(1), e.subject(), e.previousHash(), e.hash()),
            e -> entry(e, e.at(), "berlin", e.previousHash(), e.hash()),
            e -> entry(e, e.at(), e.subject(), "", e.hash()),
            e -> entry(e, e.at(), e.subject(), e.previousHash(), "0".repeat(64)));
    for (UnaryOperator<AuditEntry> forgery : forgeries) {
      rows.clear();
      write(4);
      change(1, forgery);
      assertFalse(log.isUnbroken());
    }
  }

  @Test
  void showsThatAnEntryWasTakenOutOrPutElsewhere() {
    write(4);
    AuditEntry taken = rows.remove(1);
    assertFalse(log.isUnbroken());

    rows.add(0, taken);
    assertFalse(log.isUnbroken());
    Collections.swap(rows, 0, 1);
    assertTrue(log.isUnbroken());
    rows.remove(0);
    assertFalse(log.isUnbroken());
  }

  @Test
  void showsThatTextMovedFromOneFieldToTheNext() {
    write(Map.of("ab", "c"));
    change(0, e -> with(e, e.actor(), e.action(), Map.of("a", "bc")));

    assertFalse(log.isUnbroken());
  }

  private void change(int at, UnaryOperator<AuditEntry> change) {
    rows.set(at, change.apply(rows.get(at)));
  }

  private static AuditEntry with(
      AuditEntry e, String actor, String action, Map<String, String> detail) {
    return new AuditEntry(
        e.number(), e.at(), actor, action, e.subject(), detail, e.previousHash(), e.hash());
  }

  private static AuditEntry entry(
      AuditEntry e, java.time.Instant at, String subject, String previousHash, String hash) {
    return new AuditEntry(
        e.number(), at, e.actor(), e.action(), subject, e.detail(), previousHash, hash);
  }

  /** Rows that a forger may reach. */
  private final class FakeAuditStore implements AuditStore {
    @Override
    public void add(AuditEntry e) {
      Map<String, String> detail = new HashMap<>(e.detail());
      rows.add(
          new AuditEntry(
              rows.size() + 1L,
              e.at(),
              e.actor(),
              e.action(),
              e.subject(),
              detail,
              e.previousHash(),
              e.hash()));
    }

    @Override
    public Optional<AuditEntry> newest() {
      return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }

    @Override
    public Page<AuditEntry> list(String action, PageRequest page) {
      List<AuditEntry> newestFirst = new ArrayList<>(rows);
      Collections.reverse(newestFirst);
      List<AuditEntry> rest =
          newestFirst.stream()
              .filter(e -> page.after() == 0 || e.number() < page.after())
              .limit(page.limit() + 1L)
              .toList();
      return Page.of(rest, page, AuditEntry::number);
    }
  }
}
