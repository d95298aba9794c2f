package com.truevault.mail;

/**
 * A mail ready to be sent. Text only; links stand on lines of their own.
 *
 * @param to one address
 * @param subject one line
 * @param text the body, lines ended by line feeds
 */
public record Mail(String to, String subject, String text) {

  /** Refuses line breaks where they would add a header. */
  public Mail {
    if ((to + subject).chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("mail address or subject holds a control character");
    }
  }

  @Override
  public String toString() {
    return "Mail[subject=" + subject + "]";
  }
}
