package com.truevault.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.setting.Setting;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.ThrottleStore.Attempts;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every {@link Transactions} does. */
public interface TransactionsContract {
  Storage storage();

  private String port() {
    return storage().settings().all().stream()
        .filter(setting -> setting.key().equals("smtp_port"))
        .map(Setting::value)
        .findFirst()
        .orElseThrow();
  }

  private void setPort(String value) {
    assertTrue(storage().settings().update("smtp_port", value, Corpus.MOMENT));
  }

  private static void fail(String why) {
    throw new IllegalArgumentException(why);
  }

  @Test
  default void returnsWhatTheWorkReturns() {
    assertEquals("done", storage().transactions().write(DataFile.MAIN, () -> "done"));
    assertNull(storage().transactions().write(DataFile.MAIN, () -> null));
  }

  @Test
  default void keepsWhatTheWorkWrote() {
    storage().transactions().run(DataFile.MAIN, () -> setPort("25"));

    assertEquals("25", port());
  }

  @Test
  default void undoesWhatFailedWorkWrote() {
    Undone.run(storage().transactions(), DataFile.MAIN, () -> setPort("25"));

    assertEquals("587", port());
  }

  @Test
  default void goesOnAfterFailedWork() {
    Undone.run(storage().transactions(), DataFile.MAIN, () -> setPort("25"));
    storage().transactions().run(DataFile.MAIN, () -> setPort("2525"));

    assertEquals("2525", port());
  }

  @Test
  default void showsTheWorkItsOwnRows() {
    storage()
        .transactions()
        .run(
            DataFile.MAIN,
            () -> {
              setPort("25");
              assertEquals("25", port());
            });
  }

  @Test
  default void hidesRowsFromOthersUntilTheyAreCommitted() {
    storage()
        .transactions()
        .run(
            DataFile.MAIN,
            () -> {
              setPort("25");
              assertEquals("587", CompletableFuture.supplyAsync(this::port).join());
            });

    assertEquals("25", CompletableFuture.supplyAsync(this::port).join());
  }

  @Test
  default void joinsTheTransactionThatIsRunning() {
    Transactions transactions = storage().transactions();

    Undone.run(
        transactions, DataFile.MAIN, () -> transactions.run(DataFile.MAIN, () -> setPort("25")));

    assertEquals("587", port());
  }

  @Test
  default void refusesToWriteAnotherFileInside() {
    Transactions transactions = storage().transactions();

    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                transactions.run(DataFile.MAIN, () -> transactions.run(DataFile.USERS, () -> {})));

    assertTrue(String.valueOf(refused.getMessage()).contains("main.db"), refused::toString);
    assertTrue(String.valueOf(refused.getMessage()).contains("users.db"), refused::toString);
  }

  @Test
  default void refusesAStoreThatWritesAnotherFileInside() {
    Attempts attempts = new Attempts(1, Corpus.MOMENT, Corpus.MOMENT);

    assertThrows(
        IllegalStateException.class,
        () ->
            storage()
                .transactions()
                .run(DataFile.MAIN, () -> storage().throttles().put("key", attempts)));

    assertTrue(storage().throttles().find("key").isEmpty());
  }

  @Test
  default void readsAnotherFileInside() {
    setPort("25");

    assertEquals("25", storage().transactions().write(DataFile.USERS, this::port));
  }

  @Test
  default void letsWritersOfOneFileTakeTurns() {
    setPort("0");

    Race race =
        Race.of(
            8,
            () -> {
              for (int i = 0; i < 25; i++) {
                storage()
                    .transactions()
                    .run(
                        DataFile.MAIN,
                        () -> setPort(Integer.toString(1 + Integer.parseInt(port()))));
              }
            });

    assertEquals(8, race.successes());
    assertEquals("200", port());
  }

  @Test
  default void aFailureTouchesNobodyElse() {
    Race race =
        Race.each(
            10,
            number ->
                () ->
                    storage()
                        .transactions()
                        .run(
                            DataFile.USERS,
                            () -> {
                              storage()
                                  .throttles()
                                  .put(
                                      "key" + number,
                                      new Attempts(number, Corpus.MOMENT, Corpus.MOMENT));
                              if (number % 2 == 1) {
                                fail("odd");
                              }
                            }));

    assertEquals(5, race.successes());
    for (int i = 0; i < 10; i++) {
      assertEquals(i % 2 == 0, storage().throttles().find("key" + i).isPresent());
    }
  }
}
