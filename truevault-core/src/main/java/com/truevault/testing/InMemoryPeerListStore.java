package com.truevault.testing;

import com.truevault.peer.IssuedList;
import com.truevault.peer.ListEpoch;
import com.truevault.peer.PeerChanges;
import com.truevault.peer.PeerListStore;
import com.truevault.store.DataFile;
import com.truevault.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

final class InMemoryPeerListStore implements PeerListStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<IssuedList> lists;
  private final InMemoryTable<ListEpoch> epochs;
  private final InMemoryTable<Note> notes;

  InMemoryPeerListStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.lists = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.epochs = new InMemoryTable<>(transactions, DataFile.SERVERS);
    this.notes = new InMemoryTable<>(transactions, DataFile.SERVERS);
  }

  @Override
  public List<IssuedList> all() {
    return lists.all().toList();
  }

  @Override
  public void put(IssuedList list) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          lists.remove(row -> row.server().equals(list.server()));
          lists.add(list);
        });
  }

  @Override
  public Optional<ListEpoch> epoch() {
    return epochs.first(row -> true);
  }

  @Override
  public void put(ListEpoch epoch) {
    transactions.run(
        DataFile.SERVERS,
        () -> {
          epochs.remove(row -> true);
          epochs.add(epoch);
        });
  }

  @Override
  public void note(UserId user, Instant at) {
    notes.add(id -> new Note(id, user));
  }

  @Override
  public PeerChanges changes() {
    List<Note> oldest = notes.all().limit(MOST_CHANGES).toList();
    return oldest.isEmpty()
        ? PeerChanges.NONE
        : new PeerChanges(
            oldest.get(oldest.size() - 1).id(),
            oldest.stream().map(Note::user).collect(Collectors.toSet()));
  }

  @Override
  public void forget(long last) {
    notes.remove(row -> row.id() <= last);
  }

  private record Note(long id, UserId user) {}
}
