package com.truevault.subscription;

import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ComparisonStore} does. */
public interface ComparisonStoreContract {
  Storage storage();

  private ComparisonStore comparisons() {
    return storage().comparisons();
  }

  private static Comparison comparison(int checked, List<String> differences) {
    return new Comparison(MOMENT, MOMENT.plusSeconds(5), checked, 2, differences);
  }

  @Test
  default void givesBackWhatWasFound() {
    Comparison found = comparison(100_000, Corpus.TEXTS);
    comparisons().add(found);

    assertEquals(List.of(found), comparisons().newest(1));
  }

  @Test
  default void listsTheNewestFirst() {
    for (int i = 1; i <= 3; i++) {
      comparisons().add(comparison(i, List.of()));
    }

    assertEquals(
        List.of(comparison(3, List.of()), comparison(2, List.of())), comparisons().newest(2));
    assertEquals(3, comparisons().newest(9).size());
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.BILLING,
        () -> comparisons().add(comparison(1, List.of("a"))));

    assertEquals(List.of(), comparisons().newest(9));
  }
}
