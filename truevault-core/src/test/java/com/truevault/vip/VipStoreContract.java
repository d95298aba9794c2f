package com.truevault.vip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.store.Page;
import com.truevault.store.PageRequest;
import com.truevault.testing.Corpus;
import com.truevault.testing.Race;
import com.truevault.testing.Undone;
import com.truevault.user.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link VipStore} does. */
public interface VipStoreContract {
  Storage storage();

  private VipStore vips() {
    return storage().vips();
  }

  private static VipEntry entry(String publicId, String email) {
    return new VipEntry(publicId, EmailAddress.of(email), "admin", Corpus.MOMENT, "a friend", true);
  }

  private VipEntry add(String publicId, String email) {
    VipEntry entry = entry(publicId, email);
    vips().add(entry);
    return entry;
  }

  @Test
  default void startsEmpty() {
    assertEquals(Optional.empty(), vips().find(EmailAddress.of("a@example.com")));
    assertEquals(Optional.empty(), vips().findByPublicId("entry-one"));
    assertEquals(List.of(), vips().list(PageRequest.first()).items());
  }

  @Test
  default void findsAnEntryByAddressInAnyCaseAndAsItWasTyped() {
    VipEntry entry = add("entry-one", "Kim@Example.com");

    VipEntry found = vips().find(EmailAddress.of("kim@EXAMPLE.com")).orElseThrow();

    assertEquals(entry, found);
    assertEquals("Kim@Example.com", found.email().typed());
    assertEquals(Optional.of(entry), vips().findByPublicId("entry-one"));
  }

  @Test
  default void refusesAnAddressThatIsListedInAnyCase() {
    add("entry-one", "kim@example.com");

    assertThrows(VipListedException.class, () -> add("entry-two", "KIM@example.com"));
    assertEquals(1, vips().list(PageRequest.first()).items().size());
  }

  @Test
  default void listsAnAddressOnceFromManyThreads() {
    Race race = Race.each(8, number -> () -> add("entry-nr-" + number, "kim@example.com"));

    assertEquals(1, race.successes());
    assertTrue(race.failures().stream().allMatch(VipListedException.class::isInstance));
  }

  @Test
  default void listsEntriesInTheOrderTheyCamePageByPage() {
    VipEntry c = add("entry-no-c", "c@example.com");
    VipEntry a = add("entry-no-a", "a@example.com");
    VipEntry b = add("entry-no-b", "b@example.com");

    Page<VipEntry> first = vips().list(new PageRequest(0, 2));
    Page<VipEntry> second = vips().list(new PageRequest(first.next(), 2));

    assertEquals(List.of(c, a), first.items());
    assertEquals(List.of(b), second.items());
    assertEquals(0, second.next());
  }

  @Test
  default void changesNotesAndActivityAlone() {
    VipEntry before = add("entry-one", "kim@example.com");
    VipEntry after =
        new VipEntry(
            "entry-one",
            EmailAddress.of("other@example.com"),
            "somebody",
            Corpus.MOMENT.plusSeconds(1),
            "not any more",
            false);

    assertTrue(vips().update(after));

    assertEquals(
        new VipEntry("entry-one", before.email(), "admin", Corpus.MOMENT, "not any more", false),
        vips().findByPublicId("entry-one").orElseThrow());
  }

  @Test
  default void saysThatAnUnknownEntryIsNotThere() {
    assertFalse(vips().update(entry("entry-one", "kim@example.com")));
    assertFalse(vips().remove("entry-one"));
  }

  @Test
  default void removesAnEntryOnceAndTakesTheAddressAgain() {
    add("entry-one", "kim@example.com");

    assertTrue(vips().remove("entry-one"));
    assertFalse(vips().remove("entry-one"));
    add("entry-two", "kim@example.com");
  }

  @Test
  default void keepsEveryCharacterOfTheNotes() {
    VipEntry entry = add("entry-one", "kim@example.com");

    for (String text : Corpus.TEXTS) {
      vips()
          .update(new VipEntry("entry-one", entry.email(), "admin", entry.addedDate(), text, true));
      assertEquals(text, vips().findByPublicId("entry-one").orElseThrow().notes());
    }
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    VipEntry kept = add("entry-one", "kim@example.com");

    Undone.run(
        storage().transactions(),
        DataFile.MAIN,
        () -> {
          vips().remove("entry-one");
          add("entry-two", "robin@example.com");
        });

    assertEquals(List.of(kept), vips().list(PageRequest.first()).items());
  }
}
