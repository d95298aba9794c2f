package com.truevault.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link MaintenanceWindowStore} does. */
public interface MaintenanceWindowStoreContract {
  /** The server that is worked on. */
  ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  Storage storage();

  private MaintenanceWindowStore windows() {
    return storage().maintenanceWindows();
  }

  private static Instant at(int second) {
    return Corpus.MOMENT.plusSeconds(second);
  }

  private MaintenanceWindow add(int from, int end, String note) {
    MaintenanceWindow window =
        new MaintenanceWindow("window-" + from + "-" + end, NEW_YORK, at(from), at(end), note);
    windows().add(window);
    return window;
  }

  @BeforeEach
  default void addServer() {
    storage().servers().add(ServerFixture.NEW_YORK, Corpus.MOMENT);
  }

  @Test
  default void givesWindowsBackAsTheyWere() {
    int end = 1;
    for (String text : Corpus.TEXTS) {
      MaintenanceWindow window = add(0, end++, text);
      assertEquals(Optional.of(window), windows().find(window.id()));
    }
  }

  @Test
  default void changesAndRemovesWindows() {
    MaintenanceWindow window = add(0, 100, "disks");
    MaintenanceWindow shorter = window.endingAt(at(50));

    assertTrue(windows().update(shorter));
    assertEquals(Optional.of(shorter), windows().find(window.id()));
    assertTrue(windows().remove(window.id()));
    assertFalse(windows().remove(window.id()));
    assertFalse(windows().update(shorter));
    assertEquals(Optional.empty(), windows().find(window.id()));
  }

  @Test
  default void listsWhatIsNotOverByStart() {
    MaintenanceWindow later = add(30, 40, "");
    MaintenanceWindow sooner = add(0, 20, "");

    assertEquals(List.of(sooner, later), windows().endingAfter(at(19)));
    assertEquals(List.of(later), windows().endingAfter(at(20)));
    assertEquals(List.of(), windows().endingAfter(at(40)));
  }

  @Test
  default void findsTheWindowsOfAServerThatTouchASpan() {
    MaintenanceWindow window = add(10, 20, "");

    assertEquals(List.of(window), windows().during(NEW_YORK, at(0), at(11)));
    assertEquals(List.of(window), windows().during(NEW_YORK, at(19), at(99)));
    assertEquals(List.of(), windows().during(NEW_YORK, at(0), at(10)));
    assertEquals(List.of(), windows().during(NEW_YORK, at(20), at(99)));
    assertEquals(List.of(), windows().during(new ServerKey("other"), at(0), at(99)));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(storage().transactions(), DataFile.SERVERS, () -> add(0, 1, ""));

    assertEquals(List.of(), windows().endingAfter(at(0)));
  }
}
