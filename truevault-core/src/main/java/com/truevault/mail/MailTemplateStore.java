package com.truevault.mail;

import java.util.List;
import java.util.Optional;

/** Texts of mails that an operator changed; all others are those of the bundle. */
public interface MailTemplateStore {
  /** The changed text of that template. */
  Optional<MailTemplate> find(String template);

  /** All changed texts, by template. */
  List<MailTemplate> all();

  /** Adds a text, or replaces the one of its template. */
  void put(MailTemplate changed);

  /** Forgets the changed text; false if there is none. */
  boolean remove(String template);
}
