package com.truevault.testing;

import com.truevault.device.AddressStore;
import com.truevault.store.DataFile;
import com.truevault.wireguard.AddressPool;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

final class InMemoryAddressStore implements AddressStore {
  private final InMemoryTransactions transactions;
  private final InMemoryTable<Integer> next;
  private final InMemoryTable<Released> released;

  InMemoryAddressStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.next = new InMemoryTable<>(transactions, DataFile.DEVICES);
    this.released = new InMemoryTable<>(transactions, DataFile.DEVICES);
    next.add(AddressPool.FIRST);
  }

  @Override
  public OptionalInt allocate(Instant now, int end) {
    return transactions.write(
        DataFile.DEVICES,
        () -> {
          Optional<Released> rested = longestFree(now, end);
          rested.ifPresent(found -> released.remove(found::equals));
          return rested.isPresent() ? OptionalInt.of(rested.get().offset()) : takeNext(end);
        });
  }

  @Override
  public void release(int offset, Instant freeAt) {
    transactions.run(
        DataFile.DEVICES,
        () -> {
          if (released.has(row -> row.offset() == offset)) {
            throw new IllegalStateException("offset " + offset + " was given back already");
          }
          released.add(new Released(offset, freeAt));
        });
  }

  @Override
  public boolean wereGivenOut() {
    return nextOffset() > AddressPool.FIRST;
  }

  @Override
  public int used(Instant now) {
    long free = released.all().filter(row -> !row.freeAt().isAfter(now)).count();
    return nextOffset() - AddressPool.FIRST - (int) free;
  }

  private Optional<Released> longestFree(Instant now, int end) {
    return released
        .all()
        .filter(row -> !row.freeAt().isAfter(now) && row.offset() < end)
        .min(Comparator.comparing(Released::freeAt).thenComparing(Released::offset));
  }

  private OptionalInt takeNext(int end) {
    int offset = nextOffset();
    if (offset >= end) {
      return OptionalInt.empty();
    }
    next.change(row -> true, row -> row + 1);
    return OptionalInt.of(offset);
  }

  private int nextOffset() {
    return next.all().findFirst().orElse(AddressPool.FIRST);
  }

  private record Released(int offset, Instant freeAt) {}
}
