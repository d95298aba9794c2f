package com.truevault.mail;

/**
 * A mail ready to be sent. The text is what it says; the HTML says the same in a form that some
 * readers like better. Links stand on lines of their own.
 *
 * @param id unique for good, and the same whenever the mail is tried again
 * @param to one address
 * @param subject one line
 * @param text the body, lines ended by line feeds
 * @param html a whole document; empty if there is text only
 */
public record Mail(String id, String to, String subject, String text, String html) {

  /** Refuses line breaks where they would add a header. */
  public Mail {
    if ((id + to + subject).chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("mail address or subject holds a control character");
    }
  }

  @Override
  public String toString() {
    return "Mail[subject=" + subject + "]";
  }
}
