package com.truevault.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ThemeStore} does. */
public interface ThemeStoreContract {
  Storage storage();

  @Test
  default void hasEveryElementFromTheStartInOrder() {
    assertEquals(
        Arrays.stream(ThemeKey.values()).map(ThemeKey::key).toList(),
        storage().themes().all().stream().map(ThemeElement::name).toList());
  }

  @Test
  default void startsWithTheStandardLook() {
    assertEquals(
        Arrays.stream(ThemeKey.values()).map(ThemeKey::standard).toList(),
        storage().themes().all().stream().map(ThemeElement::value).toList());
  }

  @Test
  default void groupsAndDescribesEveryElement() {
    List<String> groups = List.of("colors", "typography", "buttons", "spacing");

    for (ThemeElement element : storage().themes().all()) {
      assertTrue(groups.contains(element.category()), element.name());
      assertFalse(element.description().isEmpty(), element.name());
    }
  }

  @Test
  default void changesAValueAndNothingElse() {
    ThemeElement before = storage().themes().all().get(0);

    assertTrue(storage().themes().update("primary_color", "#123456", Corpus.MOMENT));

    assertEquals(
        new ThemeElement(
            "primary_color", "#123456", before.category(), before.description(), Corpus.MOMENT),
        storage().themes().all().get(0));
  }

  @Test
  default void saysThatAnUnknownElementIsNotThere() {
    assertFalse(storage().themes().update("no_such_element", "#123456", Corpus.MOMENT));
  }

  @Test
  default void keepsEveryCharacter() {
    for (String text : Corpus.TEXTS) {
      storage().themes().update("font_family", text, Corpus.MOMENT);
      assertTrue(storage().themes().all().stream().anyMatch(e -> e.value().equals(text)), text);
    }
  }

  @Test
  default void keepsNothingOfARolledBackChange() {
    List<ThemeElement> before = storage().themes().all();

    Undone.run(
        storage().transactions(),
        DataFile.MAIN,
        () -> storage().themes().update("primary_color", "#123456", Corpus.MOMENT));

    assertEquals(before, storage().themes().all());
  }
}
