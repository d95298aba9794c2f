package com.truevault.mail;

import static com.truevault.testing.Corpus.MOMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.Storage;
import com.truevault.store.DataFile;
import com.truevault.testing.Corpus;
import com.truevault.testing.Undone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link MailTemplateStore} does. */
public interface MailTemplateStoreContract {
  Storage storage();

  private MailTemplateStore templates() {
    return storage().mailTemplates();
  }

  private static MailTemplate changed(String template, String text) {
    return new MailTemplate(template, text, text, MOMENT);
  }

  @Test
  default void startsWithoutAnyChange() {
    assertEquals(List.of(), templates().all());
    assertEquals(Optional.empty(), templates().find("welcome"));
  }

  @Test
  default void replacesTheTextOfATemplate() {
    for (String text : Corpus.TEXTS) {
      templates().put(changed("welcome", text));
      assertEquals(Optional.of(changed("welcome", text)), templates().find("welcome"));
    }
    assertEquals(1, templates().all().size());
  }

  @Test
  default void listsThemByTemplate() {
    templates().put(changed("welcome", "Hello"));
    templates().put(changed("goodbye", "Bye"));
    templates().put(changed("welcome", "Hello again"));

    assertEquals(
        List.of(changed("goodbye", "Bye"), changed("welcome", "Hello again")), templates().all());
  }

  @Test
  default void forgetsAChange() {
    templates().put(changed("welcome", "Hello"));

    assertTrue(templates().remove("welcome"));
    assertFalse(templates().remove("welcome"));
    assertEquals(Optional.empty(), templates().find("welcome"));
  }

  @Test
  default void keepsNothingOfARolledBackTransaction() {
    Undone.run(
        storage().transactions(),
        DataFile.MAIN,
        () -> templates().put(changed("welcome", "Hello")));

    assertEquals(List.of(), templates().all());
  }
}
