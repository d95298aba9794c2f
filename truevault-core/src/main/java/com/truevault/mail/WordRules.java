package com.truevault.mail;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.text.PlainText;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a template must be, so that its mails can still be used. */
final class WordRules {
  private static final int SUBJECT_LENGTH = 200;
  private static final int BODY_LENGTH = 20_000;
  private static final String LINK = "link";

  private final MailWords standard;
  private final Set<String> placeholders;

  WordRules(MailWords standard, Set<String> placeholders) {
    this.standard = standard;
    this.placeholders = placeholders;
  }

  /** The words as they are to be kept. */
  MailWords check(MailWords words) {
    String subject = PlainText.line("subject", words.subject(), SUBJECT_LENGTH);
    String body = PlainText.paragraph("body", words.body(), BODY_LENGTH);
    if (body.isEmpty()) {
      throw refused("mail-body-empty", "body is empty; type at least one character");
    }
    // A secret link does not belong where mail servers log it.
    Set<String> inSubjects = new TreeSet<>(placeholders);
    inSubjects.remove(LINK);
    refuseUnknown("subject", subject, inSubjects);
    refuseUnknown("body", body, placeholders);
    long links = body.lines().filter(line -> line.strip().equals("{link}")).count();
    long standing = Placeholders.count(body, LINK);
    if (links != standing || (links == 0 && Placeholders.count(standard.body(), LINK) > 0)) {
      throw refused(
          "mail-body-link", "body must hold {link}, on a line of its own, so that it can be used");
    }
    return new MailWords(words.template(), subject, body + "\n");
  }

  private static void refuseUnknown(String field, String text, Set<String> known) {
    Set<String> unknown = Placeholders.in(text);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw refused(
          "mail-" + field + "-placeholder",
          field + " holds " + braced(unknown) + "; known here are " + braced(known));
    }
  }

  private static String braced(Set<String> words) {
    return words.stream().map(word -> "{" + word + "}").collect(Collectors.joining(", "));
  }

  private static TrueVaultException refused(String code, String message) {
    return new TrueVaultException(ErrorKind.INVALID, code, message);
  }
}
