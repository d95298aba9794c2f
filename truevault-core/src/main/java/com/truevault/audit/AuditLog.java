package com.truevault.audit;

import com.truevault.outbox.Message;
import com.truevault.outbox.MessageHandler;
import com.truevault.outbox.Outgoing;
import com.truevault.secret.TokenHash;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The audit log. Entries travel as messages, so that what happened and its entry are committed
 * together. Each entry's hash covers the one before it. Safe for use by many threads.
 */
public final class AuditLog implements MessageHandler {
  private static final String TOPIC = "audit";
  private static final String ACTOR = "actor";
  private static final String ACTION = "action";

  private final AuditStore store;

  /** Writes to the given store. */
  public AuditLog(AuditStore store) {
    this.store = store;
  }

  /** Notes an act in the transaction that performs it. */
  public static void note(
      Outgoing out, String actor, String action, String subject, Map<String, String> detail) {
    Map<String, String> payload = new HashMap<>();
    detail.forEach((key, value) -> payload.put("." + key, value));
    payload.put(ACTOR, actor);
    payload.put(ACTION, action);
    out.send(TOPIC, subject, payload);
  }

  /** Entries, newest first; an empty action means all. */
  public Page<AuditEntry> list(String action, PageRequest page) {
    return store.list(action, page);
  }

  /** Whether every link of the chain, from newest to oldest, holds. */
  public boolean isUnbroken() {
    String expected = store.newest().map(AuditEntry::hash).orElse("");
    PageRequest page = new PageRequest(0, PageRequest.MAX_LIMIT);
    while (true) {
      Page<AuditEntry> entries = store.list("", page);
      for (AuditEntry entry : entries.items()) {
        if (!entry.hash().equals(expected) || !hashOf(entry).equals(entry.hash())) {
          return false;
        }
        expected = entry.previousHash();
      }
      if (entries.next() == 0) {
        return expected.isEmpty();
      }
      page = new PageRequest(entries.next(), PageRequest.MAX_LIMIT);
    }
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public boolean isDispensable() {
    return false;
  }

  @Override
  public DataFile target() {
    return DataFile.MAIN;
  }

  @Override
  public void apply(Message message, Outgoing out) {
    Map<String, String> detail = new HashMap<>();
    message.payload().forEach((key, value) -> putDetail(detail, key, value));
    AuditEntry draft =
        new AuditEntry(
            0,
            message.createdAt(),
            message.value(ACTOR),
            message.value(ACTION),
            message.subject(),
            detail,
            store.newest().map(AuditEntry::hash).orElse(""),
            "");
    store.add(withHash(draft));
  }

  private static void putDetail(Map<String, String> detail, String key, String value) {
    if (key.startsWith(".")) {
      detail.put(key.substring(1), value);
    }
  }

  private static AuditEntry withHash(AuditEntry e) {
    return new AuditEntry(
        e.number(),
        e.at(),
        e.actor(),
        e.action(),
        e.subject(),
        e.detail(),
        e.previousHash(),
        hashOf(e));
  }

  private static String hashOf(AuditEntry e) {
    StringBuilder text = new StringBuilder();
    // Lengths before values: no two different entries spell the same text.
    for (String part :
        new String[] {
          e.previousHash(),
          Instant.ofEpochMilli(e.at().toEpochMilli()).toString(),
          e.actor(),
          e.action(),
          e.subject()
        }) {
      text.append(part.length()).append(':').append(part);
    }
    new TreeMap<>(e.detail())
        .forEach(
            (key, value) ->
                text.append(key.length())
                    .append(':')
                    .append(key)
                    .append(value.length())
                    .append(':')
                    .append(value));
    return TokenHash.of(text.toString()).value();
  }
}
