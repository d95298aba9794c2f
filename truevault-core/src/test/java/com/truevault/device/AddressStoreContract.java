package com.truevault.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link AddressStore} does. */
public interface AddressStoreContract {
  Instant NOW = Corpus.MOMENT;
  int END = 255;

  Storage storage();

  private AddressStore addresses() {
    return storage().addresses();
  }

  private int allocate(Instant now) {
    return addresses().allocate(now, END).orElseThrow();
  }

  private void allocate(int count) {
    for (int i = 0; i < count; i++) {
      allocate(NOW);
    }
  }

  @Test
  default void startsBehindTheNetworkAndTheServers() {
    assertEquals(0, addresses().used(NOW));
    assertEquals(2, allocate(NOW));
    assertEquals(3, allocate(NOW));
    assertEquals(2, addresses().used(NOW));
  }

  @Test
  default void remembersThatOffsetsWereGivenOutThoughAllCameBack() {
    assertFalse(addresses().wereGivenOut());

    allocate(1);
    assertTrue(addresses().wereGivenOut());
    addresses().release(2, NOW);
    assertTrue(addresses().wereGivenOut());
  }

  @Test
  default void restsWhatWasGivenBackUntilItIsFree() {
    allocate(2);
    addresses().release(2, NOW.plusSeconds(1));

    assertEquals(2, addresses().used(NOW));
    assertEquals(4, allocate(NOW));
    assertEquals(2, addresses().used(NOW.plusSeconds(1)));
    assertEquals(2, allocate(NOW.plusSeconds(1)));
    assertEquals(5, allocate(NOW.plusSeconds(1)));
  }

  @Test
  default void takesWhatHasBeenFreeLongestFirst() {
    allocate(4);
    addresses().release(2, NOW.plusMillis(3));
    addresses().release(5, NOW.plusMillis(1));
    addresses().release(4, NOW.plusMillis(2));
    Instant later = NOW.plusMillis(3);

    assertEquals(
        List.of(5, 4, 2, 6),
        Stream.generate(() -> allocate(later)).limit(4).collect(Collectors.toList()));
  }

  @Test
  default void givesNothingAtTheEnd() {
    assertEquals(OptionalInt.of(2), addresses().allocate(NOW, 4));
    assertEquals(OptionalInt.of(3), addresses().allocate(NOW, 4));
    assertEquals(OptionalInt.empty(), addresses().allocate(NOW, 4));
    assertEquals(2, addresses().used(NOW));
    assertEquals(OptionalInt.of(4), addresses().allocate(NOW, 5));
  }

  @Test
  default void skipsWhatLiesBehindTheEndOfASmallerPool() {
    allocate(3);
    addresses().release(4, NOW);
    addresses().release(2, NOW);

    assertEquals(OptionalInt.of(2), addresses().allocate(NOW, 4));
    assertEquals(OptionalInt.empty(), addresses().allocate(NOW, 4));
  }

  @Test
  default void refusesToTakeTheSameOffsetBackTwice() {
    allocate(1);
    addresses().release(2, NOW);

    assertThrows(RuntimeException.class, () -> addresses().release(2, NOW));
    assertEquals(2, allocate(NOW));
    assertEquals(3, allocate(NOW));
  }

  @Test
  default void givesEveryThreadAnotherOffset() {
    Set<Integer> given = ConcurrentHashMap.newKeySet();

    Race.of(8, () -> IntStream.range(0, 20).forEach(i -> given.add(allocate(NOW))));

    assertEquals(IntStream.range(2, 162).boxed().collect(Collectors.toSet()), given);
  }

  @Test
  default void takesARolledBackOffsetBack() {
    allocate(2);
    addresses().release(2, NOW);

    Undone.run(
        storage().transactions(),
        DataFile.DEVICES,
        () -> {
          assertEquals(2, allocate(NOW));
          assertEquals(4, allocate(NOW));
        });

    assertEquals(1, addresses().used(NOW));
    assertEquals(2, allocate(NOW));
    assertEquals(4, allocate(NOW));
  }
}
