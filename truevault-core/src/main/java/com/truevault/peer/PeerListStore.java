package com.truevault.peer;

import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of lists that were issued, and of what has changed since. */
public interface PeerListStore {
  /** The most notes that {@link #changes} gives at once. */
  int MOST_CHANGES = 1000;

  /** The newest list of every server that has one. */
  List<IssuedList> all();

  /** Adds or replaces what is known of a server's newest list. */
  void put(IssuedList list);

  /** The epoch; absent before the first list. */
  Optional<ListEpoch> epoch();

  /** Begins an epoch. */
  void put(ListEpoch epoch);

  /** Notes that a user's access may have changed. */
  void note(UserId user, Instant at);

  /** The oldest notes, {@value #MOST_CHANGES} at most. */
  PeerChanges changes();

  /** Forgets the notes up to and including that one. */
  void forget(long last);
}
