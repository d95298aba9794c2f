package com.truevault.web.demo.time;

import java.time.Instant;

/**
 * Something that happened while time was moved.
 *
 * @param at by the clock of the demo
 * @param kind what it is about
 * @param about whose e-mail address it concerns
 * @param word how a payment or plan stands; empty for a mail
 * @param text the subject of a mail, or an amount
 * @param link where it can be read; empty if nowhere
 */
public record Happening(
    Instant at, Kind kind, String about, String word, String text, String link) {
  /** What something is about. */
  public enum Kind {
    /** A mail was sent. */
    MAIL,
    /** Money came in. */
    PAYMENT,
    /** A plan stands differently. */
    STATE
  }
}
