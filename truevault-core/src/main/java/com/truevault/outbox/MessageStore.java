package com.truevault.outbox;

import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outbox and the inbox of every file. Writing methods join the file's transaction. */
public interface MessageStore {

  /** Writes a new message to the file's outbox, due at once. */
  void add(DataFile source, Message message);

  /** Messages of a file that are new and due, oldest first. */
  List<Message> due(DataFile source, Instant now, int limit);

  /** A message with its state; absent once it was purged. */
  Optional<Delivery> find(DataFile source, String messageId);

  /** Marks a message as applied and empties its payload. */
  void done(DataFile source, String messageId);

  /** Notes a failed try. */
  void failed(DataFile source, String messageId, String error, Instant nextAttemptAt);

  /** Gives a message up after a failed try. */
  void dead(DataFile source, String messageId, String error);

  /** Makes a dead message new again, due at once, with no attempts; false if it is not dead. */
  boolean revive(DataFile source, String messageId, Instant now);

  /** Removes a dead message for good; false if it is not dead. */
  boolean discard(DataFile source, String messageId);

  /** Dead messages of a file, oldest first. */
  Page<Delivery> dead(DataFile source, PageRequest page);

  /** When the oldest message that is still new was created. */
  Optional<Instant> oldestWaiting(DataFile source);

  /** When the oldest message that is not done, be it new or dead, was created. */
  Optional<Instant> oldestUndone(DataFile source);

  /** Forgets the file's messages that are done and were created before; returns how many. */
  int purgeDone(DataFile source, Instant before);

  /** Forgets what the file's inbox accepted before; returns how many. */
  int purgeAccepted(DataFile target, Instant before);

  /** Notes in the target's inbox that a message is applied; false if it already was. */
  boolean accept(DataFile target, Message message, Instant now);
}
