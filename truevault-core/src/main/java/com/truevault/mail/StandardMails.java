package com.truevault.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The words of mails as they are delivered. Safe for use by many threads. */
final class StandardMails {
  /** What every mail knows. */
  static final List<String> COMMON = List.of("site", "name", "link");

  private static final String SUBJECT = ".subject";
  private static final String TEXT = ".text";
  private static final String SAMPLE = "sample.";

  private final ResourceBundle words =
      ResourceBundle.getBundle("com.truevault.mail.mails", Locale.ROOT);

  /** The names of all templates, in alphabetical order. */
  List<String> names() {
    return words.keySet().stream()
        .filter(key -> key.endsWith(SUBJECT))
        .map(key -> key.substring(0, key.length() - SUBJECT.length()))
        .sorted()
        .toList();
  }

  /** The template of that name. */
  Optional<MailWords> find(String name) {
    return words.containsKey(name + SUBJECT)
        ? Optional.of(
            new MailWords(name, words.getString(name + SUBJECT), words.getString(name + TEXT)))
        : Optional.empty();
  }

  /** What may stand in braces in a template: what every mail knows, and what this one uses. */
  Set<String> placeholders(MailWords standard) {
    Set<String> known = new TreeSet<>(COMMON);
    known.addAll(Placeholders.in(standard.subject() + standard.body()));
    return known;
  }

  /** A value that shows what a placeholder stands for. */
  String sample(String placeholder) {
    return words.getString(SAMPLE + placeholder);
  }

  /** A piece of a mail, for values that are made of words. */
  String phrase(String key, Map<String, String> values) {
    return Placeholders.fill(words.getString(key), values);
  }
}
