package com.truevault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.store.DataFile;
import com.truevault.store.FileHealth;
import com.truevault.store.StorageException;
import com.truevault.testing.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Storage} does as a whole. */
public interface StorageContract {
  Storage storage();

  @Test
  default void tellsTheHealthOfEveryFile() {
    List<FileHealth> health = storage().health();

    assertEquals(List.of(DataFile.values()), health.stream().map(FileHealth::file).toList());
    assertTrue(health.stream().allMatch(file -> file.writable() && file.problem().isEmpty()));
  }

  @Test
  default void findsNothingWrongWithAFreshInstallation() {
    assertEquals(List.of(), storage().doctor().examine());
    assertEquals(List.of(), storage().doctor().repair());
  }

  @Test
  default void hasNobodyAndNothingInAFreshInstallation() {
    assertEquals(0, storage().users().count());
    assertEquals(0, storage().devices().count());
    assertEquals(List.of(), storage().servers().all());
  }

  @Test
  default void opensTheFirstGenerationOfAFreshInstallation() {
    assertEquals(1, storage().folderGeneration());
  }

  @Test
  default void refusesToWriteOnceClosed() {
    storage().close();

    assertThrows(
        StorageException.class,
        () -> storage().settings().update("site_name", "late", Corpus.MOMENT));
  }

  @Test
  default void mayBeClosedTwice() {
    storage().close();
    storage().close();
  }
}
